//! Metadata for clients and gateways (RFC 8414, RFC 9728, RFC 7517 §5).

use std::sync::Arc;

use app::{routes, web::ANY_ORIGIN};
use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::IntoResponse,
};
use domain::{
    Services,
    clients::{self, PortalScope},
    oauth,
};
use serde_json::json;

use super::OauthError;

/// Shorter than the time for which a new key is published before it signs.
const FIVE_MINUTES: (HeaderName, HeaderValue) = (
    header::CACHE_CONTROL,
    HeaderValue::from_static("public, max-age=300"),
);

const GRANT_TYPES: [&str; 4] = [
    "authorization_code",
    "client_credentials",
    "password",
    "refresh_token",
];

pub async fn server(State(services): State<Arc<Services>>) -> impl IntoResponse {
    let url = &services.portal.settings.public_url;
    let at = |path| format!("{url}{path}");
    let resource = clients::resource(&services.portal.settings);
    let methods = ["client_secret_basic", "client_secret_post"];
    // Clients that are not confidential have none.
    let at_token = ["client_secret_basic", "client_secret_post", "none"];
    let metadata = json!({
        "issuer": url,
        "authorization_endpoint": at(routes::AUTHORIZE),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "token_endpoint": at(routes::TOKEN),
        // Additional members are allowed (§2): the same for clients, as programs for the CRM know it.
        "crm_token_endpoint": at(routes::ACCESS_TOKEN),
        "token_endpoint_auth_methods_supported": at_token,
        "introspection_endpoint": at(routes::INTROSPECT),
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint": at(routes::REVOKE_TOKEN),
        "revocation_endpoint_auth_methods_supported": at_token,
        "registration_endpoint": at(routes::REGISTER_CLIENT),
        "jwks_uri": at(routes::JWKS),
        "grant_types_supported": GRANT_TYPES,
        "scopes_supported": scopes(&services),
        "protected_resources": [resource],
        "service_documentation": at(routes::CATALOGUE),
        "ui_locales_supported": ["pt-BR", "en", "es"],
    });
    ([FIVE_MINUTES, ANY_ORIGIN], Json(metadata))
}

/// Where tokens for the portal's APIs are had (RFC 9728 §2).
pub async fn resource(State(services): State<Arc<Services>>) -> impl IntoResponse {
    let name = clients::resource(&services.portal.settings);
    metadata_of(&services, name, &scopes(&services))
}

/// The same for agents. It names the address that they know, since some take no other (RFC 9728
/// §3.3), and the scopes that open it, since they ask people for all that they find here.
pub async fn agents_resource(State(services): State<Arc<Services>>) -> impl IntoResponse {
    let root = clients::resource(&services.portal.settings);
    let name = format!("{root}{}", routes::MCP);
    let scopes = PortalScope::ALL
        .iter()
        .map(|scope| scope.as_str().to_owned());
    metadata_of(&services, &name, &scopes.collect::<Vec<_>>())
}

fn metadata_of(
    services: &Services,
    resource: &str,
    scopes: &[String],
) -> impl IntoResponse + use<> {
    let url = &services.portal.settings.public_url;
    let at = |path| format!("{url}{path}");
    let metadata = json!({
        "resource": resource,
        "authorization_servers": [url],
        "jwks_uri": at(routes::JWKS),
        "scopes_supported": scopes,
        "bearer_methods_supported": ["header"],
        "resource_documentation": at(routes::CATALOGUE),
    });
    ([FIVE_MINUTES, ANY_ORIGIN], Json(metadata))
}

fn scopes(services: &Services) -> Vec<String> {
    let snapshot = services.catalogue.public();
    let apis = snapshot.behind_gateway().map(|api| api.slug.as_str());
    let own = PortalScope::ALL.iter().map(|scope| scope.as_str());
    apis.chain(own).map(str::to_owned).collect()
}

pub async fn key_set(
    State(services): State<Arc<Services>>,
) -> Result<impl IntoResponse, OauthError> {
    let keys = oauth::key_set(&services.portal, &services.authority).await?;
    Ok(([FIVE_MINUTES, ANY_ORIGIN], Json(keys)))
}
