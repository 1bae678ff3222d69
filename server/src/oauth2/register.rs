//! `POST /oauth2/v1/register` (RFC 7591): a program registers itself, for whoever made the token that
//! it sends.

mod error;
mod metadata;

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{
    Extension,
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Services,
    clients::{self, RegisteredProgram},
};
use serde::Serialize;

use self::{
    error::RegistrationError,
    metadata::{AUTHORIZATION_CODE, AuthMethod, CODE, Metadata, REFRESH_TOKEN},
};
use super::{
    client::{self, bearer},
    json::{Compact, NO_CACHE, NO_STORE},
};

/// What was registered (§3.2.1).
#[derive(Serialize)]
struct Registered {
    client_id: String,
    /// Seconds since 1970.
    client_id_issued_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret: Option<String>,
    /// Never, which is a zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret_expires_at: Option<u8>,
    client_name: String,
    redirect_uris: Vec<String>,
    grant_types: Vec<&'static str>,
    response_types: [&'static str; 1],
    token_endpoint_auth_method: &'static str,
    scope: String,
}

impl Registered {
    fn of(program: RegisteredProgram, method: AuthMethod, renews: bool) -> Self {
        let secret = program.secret;
        let mut grant_types = vec![AUTHORIZATION_CODE];
        grant_types.extend(renews.then_some(REFRESH_TOKEN));
        let addresses = program.redirect_addresses.split(' ');
        Self {
            client_id: program.id.to_string(),
            client_id_issued_at: program.issued_at.timestamp(),
            client_secret_expires_at: secret.as_ref().map(|_| 0),
            client_secret: secret.map(|secret| secret.expose().to_owned()),
            redirect_uris: addresses.map(str::to_owned).collect(),
            client_name: program.name,
            grant_types,
            response_types: [CODE],
            token_endpoint_auth_method: method.as_str(),
            scope: program.scopes,
        }
    }
}

pub async fn register(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, RegistrationError> {
    let token = token(&headers)?;
    let scope = client::visitor(&services, &origin);
    let (authority, incidents) = (&services.authority, &services.incidents);
    let permit = clients::permit(&scope, authority, incidents, token).await?;
    if !is_json(&headers) {
        return Err(RegistrationError::MediaType);
    }
    let Metadata { program, method } = Metadata::read(&body?)?;
    let catalogue = &services.catalogue;
    let registered = clients::register_program(&scope, catalogue, &permit, &program).await?;
    let answer = Registered::of(registered, method, program.renews);
    let headers = [NO_STORE, NO_CACHE];
    Ok((StatusCode::CREATED, headers, Compact(answer)).into_response())
}

/// The only token in the header (RFC 6750 §2.1).
fn token(headers: &HeaderMap) -> Result<&str, RegistrationError> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let first = values.next().ok_or(RegistrationError::NoToken)?;
    if values.next().is_some() {
        return Err(RegistrationError::Token);
    }
    bearer(first).ok_or(RegistrationError::NoToken)
}

/// Accepts parameters of the type, as in `;charset=UTF-8`.
fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE);
    let value = value.and_then(|value| value.to_str().ok());
    let name = value.unwrap_or_default().split(';').next();
    let name = name.unwrap_or_default().trim();
    name.eq_ignore_ascii_case("application/json")
}
