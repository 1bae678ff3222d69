//! `POST /oauth2/v1/revoke` (RFC 7009).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{Extension, Json, extract::State, http::HeaderMap, response::IntoResponse};
use domain::{
    Services, clients,
    oauth::{self, Caller},
};
use serde_json::json;

use super::{
    OauthError,
    client::{self, CallerOf},
    error::OF_GATEWAY,
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
    let scope = client::visitor(&services, &origin);
    match caller {
        CallerOf::Application(Caller::Client(client)) => {
            oauth::revoke(&scope, &services.authority, &client, token).await?;
        }
        CallerOf::Client(client) => {
            clients::revoke(&scope, &services.authority, &client, token).await?;
        }
        CallerOf::Application(Caller::ResourceServer(_)) => {
            return Err(OauthError::UnauthorizedClient(OF_GATEWAY));
        }
    }
    // Some clients take no answer without a body for a good one.
    Ok(([NO_STORE], Json(json!({}))))
}
