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
    Origin, Scope, Services,
    oauth::{self, Caller},
};

use super::{
    OauthError, client,
    form::{Parameters, TokenParameter},
    json::NO_STORE,
};

pub async fn revoke(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let caller = client::caller(&services, &origin, &headers, &parameters).await?;
    let TokenParameter { token } = parameters.token_parameter()?;
    let Caller::Client(client) = caller else {
        return Err(OauthError::UnauthorizedClient);
    };
    let origin = Origin {
        address: origin.address,
        request_id: Some(origin.request_id),
    };
    let scope = Scope::visitor(Arc::clone(&services.portal), origin);
    oauth::revoke(&scope, &services.authority, &client, token).await?;
    Ok((StatusCode::OK, [NO_STORE]))
}
