//! Tokens at the two doors where programs ask for them: `POST /oauth2/v1/token` (RFC 6749 §3.2), for
//! applications and for registered clients, and `POST /Api/access_token`, for clients alone, with
//! the bodies and answers that programs made for the CRM know.

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{
    Extension,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    Services,
    clients::{self, Asked, ClientKeys, CodeProof, Grant, TokenAnswer},
    oauth::{self, Caller, ClientSecret, grant},
};
use metrics::counter;

use super::{
    OauthError,
    client::{self, Keys},
    crm::{Body, CrmError},
    error::{Attempt, OF_GATEWAY},
    form::{Parameters, TokenRequest},
    json::{Compact, NO_CACHE, NO_STORE},
};
use crate::monitoring::TOKENS;

/// What was answered to whom.
enum Answer {
    Application(Box<oauth::TokenAnswer>),
    Client(TokenAnswer),
}

pub async fn token(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, OauthError> {
    let issued = to_anybody(&services, &origin, &headers, &parameters).await;
    Ok(match count(issued)? {
        Answer::Application(answer) => ([NO_STORE, NO_CACHE], Compact(answer)).into_response(),
        Answer::Client(answer) => ([NO_STORE, NO_CACHE], Compact(answer)).into_response(),
    })
}

pub async fn access_token(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    Body { kind, parameters }: Body,
) -> Result<Response, CrmError> {
    let issued = match parameters {
        Ok(parameters) => to_a_client_alone(&services, &origin, &headers, &parameters).await,
        Err(error) => Err(error),
    };
    let answer = count(issued).map_err(|error| CrmError { error, kind })?;
    Ok(([NO_STORE, NO_CACHE], Compact(answer)).into_response())
}

async fn to_anybody(
    services: &Services,
    origin: &ClientOrigin,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<Answer, OauthError> {
    match client::keys(headers, parameters)? {
        (Keys::Application(keys), attempt) => {
            let answer = to_application(services, origin, parameters, (&keys, attempt)).await?;
            Ok(Answer::Application(Box::new(answer)))
        }
        (Keys::Client(keys), attempt) => {
            let answer = to_client(services, origin, parameters, (&keys, attempt)).await?;
            Ok(Answer::Client(answer))
        }
    }
}

async fn to_a_client_alone(
    services: &Services,
    origin: &ClientOrigin,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<TokenAnswer, OauthError> {
    match client::keys(headers, parameters)? {
        (Keys::Client(keys), attempt) => {
            to_client(services, origin, parameters, (&keys, attempt)).await
        }
        (Keys::Application(_), attempt) => Err(OauthError::UnknownClient(attempt)),
    }
}

fn count<T>(answer: Result<T, OauthError>) -> Result<T, OauthError> {
    let outcome = match &answer {
        Ok(_) => "issued",
        Err(error) => error.code(),
    };
    counter!(TOKENS, "outcome" => outcome).increment(1);
    answer
}

async fn to_application(
    services: &Services,
    origin: &ClientOrigin,
    parameters: &Parameters,
    (keys, attempt): (&ClientSecret, Attempt),
) -> Result<oauth::TokenAnswer, OauthError> {
    let TokenRequest { grant_type } = parameters.token_request()?;
    let caller = client::application(services, origin, keys, attempt).await?;
    if grant_type != "client_credentials" {
        return Err(OauthError::UnsupportedGrantType(
            "The grant_type must be client_credentials.",
        ));
    }
    let Caller::Client(client) = caller else {
        return Err(OauthError::UnauthorizedClient(OF_GATEWAY));
    };
    let scope = parameters.get("scope")?;
    Ok(grant(&services.portal, services.issuer(), &client, scope).await?)
}

async fn to_client(
    services: &Services,
    origin: &ClientOrigin,
    parameters: &Parameters,
    (keys, attempt): (&ClientKeys, Attempt),
) -> Result<TokenAnswer, OauthError> {
    let TokenRequest { grant_type } = parameters.token_request()?;
    let grant = grant_of(parameters, grant_type)?;
    let asked = Asked {
        scopes: parameters.get("scope")?,
        resources: &parameters.all("resource"),
    };
    let scope = client::visitor(services, origin);
    let answer = clients::grant(&scope, services.token_door(), keys, grant, asked).await;
    answer.map_err(|refusal| OauthError::of_client(refusal, attempt))
}

/// What a client asks for a token with.
fn grant_of<'a>(parameters: &'a Parameters, grant_type: &str) -> Result<Grant<'a>, OauthError> {
    Ok(match grant_type {
        "client_credentials" => Grant::ClientCredentials,
        "password" => Grant::Password {
            username: required(parameters, "username", "The username is missing.")?,
            password: required(parameters, "password", "The password is missing.")?,
        },
        "refresh_token" => {
            let missing = "The refresh_token is missing.";
            Grant::RefreshToken(required(parameters, "refresh_token", missing)?)
        }
        "authorization_code" => {
            let verifier = "The code_verifier is missing.";
            Grant::AuthorizationCode(CodeProof {
                code: required(parameters, "code", "The code is missing.")?,
                redirect_address: required(
                    parameters,
                    "redirect_uri",
                    "The redirect_uri is missing.",
                )?,
                verifier: required(parameters, "code_verifier", verifier)?,
            })
        }
        _ => {
            return Err(OauthError::UnsupportedGrantType(
                "The grant_type must be authorization_code, client_credentials, password or \
                 refresh_token.",
            ));
        }
    })
}

fn required<'a>(
    parameters: &'a Parameters,
    name: &str,
    missing: &'static str,
) -> Result<&'a str, OauthError> {
    let value = parameters.get(name)?;
    value.ok_or(OauthError::InvalidRequest(missing))
}
