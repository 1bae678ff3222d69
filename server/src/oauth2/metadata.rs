//! Metadata for clients and gateways (RFC 8414, RFC 7517 §5).

use std::sync::Arc;

use app::{routes, web::ANY_ORIGIN};
use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::IntoResponse,
};
use domain::{Services, oauth};
use serde_json::json;

use super::OauthError;

/// Shorter than the time for which a new key is published before it signs.
const FIVE_MINUTES: (HeaderName, HeaderValue) = (
    header::CACHE_CONTROL,
    HeaderValue::from_static("public, max-age=300"),
);

/// There is no authorization endpoint. The list is required (RFC 8414 §2) and must not be empty
/// (§3.2), so it has the registered type "none".
const RESPONSE_TYPES: [&str; 1] = ["none"];

pub async fn server(State(services): State<Arc<Services>>) -> impl IntoResponse {
    let url = &services.portal.settings.public_url;
    let at = |path| format!("{url}{path}");
    let methods = ["client_secret_basic", "client_secret_post"];
    let snapshot = services.catalogue.public();
    let scopes: Vec<_> = snapshot.published().map(|api| api.slug.as_str()).collect();
    let metadata = json!({
        "issuer": url,
        "token_endpoint": at(routes::TOKEN),
        "token_endpoint_auth_methods_supported": methods,
        "introspection_endpoint": at(routes::INTROSPECT),
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint": at(routes::REVOKE_TOKEN),
        "revocation_endpoint_auth_methods_supported": methods,
        "jwks_uri": at(routes::JWKS),
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": RESPONSE_TYPES,
        "scopes_supported": scopes,
        "service_documentation": at(routes::CATALOGUE),
        "ui_locales_supported": ["pt-BR", "en", "es"],
    });
    ([FIVE_MINUTES, ANY_ORIGIN], Json(metadata))
}

pub async fn key_set(
    State(services): State<Arc<Services>>,
) -> Result<impl IntoResponse, OauthError> {
    let keys = oauth::key_set(&services.portal, &services.authority).await?;
    Ok(([FIVE_MINUTES, ANY_ORIGIN], Json(keys)))
}
