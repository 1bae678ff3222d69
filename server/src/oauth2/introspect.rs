//! `POST /oauth2/v1/introspect` (RFC 7662).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{Extension, extract::State, http::HeaderMap, response::IntoResponse};
use domain::{Services, oauth};

use super::{
    OauthError, client,
    form::{Parameters, TokenParameter},
    json::{Compact, NO_CACHE, NO_STORE},
};

pub async fn introspect(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let caller = client::caller(&services, &origin, &headers, &parameters).await?;
    let TokenParameter { token } = parameters.token_parameter()?;
    let answer = oauth::introspect(&services.portal, &services.authority, &caller, token).await?;
    Ok(([NO_STORE, NO_CACHE], Compact(answer)))
}
