//! `POST /oauth2/v1/token` (RFC 6749 §4.4.2).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{Extension, extract::State, http::HeaderMap, response::IntoResponse};
use domain::{
    Services,
    oauth::{Caller, grant},
};

use metrics::counter;

use super::{
    OauthError, client,
    form::{Parameters, TokenRequest},
    json::{Compact, NO_CACHE, NO_STORE},
};
use crate::monitoring::TOKENS;

pub async fn token(
    services: State<Arc<Services>>,
    origin: Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let answer = issue(services, origin, headers, parameters).await;
    let outcome = match &answer {
        Ok(_) => "issued",
        Err(error) => error.code(),
    };
    counter!(TOKENS, "outcome" => outcome).increment(1);
    answer
}

async fn issue(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let TokenRequest { grant_type } = parameters.token_request()?;
    let caller = client::caller(&services, &origin, &headers, &parameters).await?;
    if grant_type != "client_credentials" {
        return Err(OauthError::UnsupportedGrantType);
    }
    let Caller::Client(client) = caller else {
        return Err(OauthError::UnauthorizedClient);
    };
    let answer = grant(
        &services.portal,
        services.issuer(),
        &client,
        parameters.get("scope")?,
    )
    .await?;
    Ok(([NO_STORE, NO_CACHE], Compact(answer)))
}
