//! `POST /oauth2/v1/revoke` (RFC 7009).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
};
use domain::{
    Origin, Portal, Scope,
    oauth::{self, Caller},
};

use super::{OauthError, client, form::Parameters, json::NO_STORE};

pub async fn revoke(
    State(portal): State<Arc<Portal>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let caller = client::caller(&portal, &origin, &headers, &parameters).await?;
    let token = parameters.get("token")?;
    let token = token.ok_or(OauthError::InvalidRequest("The token is missing."))?;
    let Caller::Client(client) = caller else {
        return Err(OauthError::UnauthorizedClient);
    };
    let origin = Origin {
        address: origin.address,
        request_id: Some(origin.request_id),
    };
    oauth::revoke(&Scope::visitor(portal, origin), &client, token).await?;
    Ok((StatusCode::OK, [NO_STORE]))
}
