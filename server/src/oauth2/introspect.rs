//! `POST /oauth2/v1/introspect` (RFC 7662).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{Extension, extract::State, http::HeaderMap, response::IntoResponse};
use domain::{Portal, oauth};

use super::{
    OauthError, client,
    form::Parameters,
    json::{Compact, NO_CACHE, NO_STORE},
};

pub async fn introspect(
    State(portal): State<Arc<Portal>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let caller = client::caller(&portal, &origin, &headers, &parameters).await?;
    let token = parameters.get("token")?;
    let token = token.ok_or(OauthError::InvalidRequest("The token is missing."))?;
    let answer = oauth::introspect(&portal, &caller, token).await?;
    Ok(([NO_STORE, NO_CACHE], Compact(answer)))
}
