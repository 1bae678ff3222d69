//! The endpoints of the authorization server (RFC 6749, 7009, 7591, 7662, 8414, 9068 and
//! 9728).

mod client;
mod crm;
mod error;
mod form;
mod introspect;
mod json;
mod metadata;
mod register;
mod revoke;
mod token;

use std::sync::Arc;

use app::routes;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use domain::Services;

pub use client::{CLIENT_AUTH, bearer, keys_in_headers};
use error::OauthError;

/// Far more than a form of these endpoints needs.
const MAX_BODY_BYTES: usize = 16 * 1024;

pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route(routes::TOKEN, post(token::token))
        .route(routes::ACCESS_TOKEN, post(token::access_token))
        .route(routes::INTROSPECT, post(introspect::introspect))
        .route(routes::REVOKE_TOKEN, post(revoke::revoke))
        .route(routes::REGISTER_CLIENT, post(register::register))
        .route(routes::JWKS, get(metadata::key_set))
        .route(routes::SERVER_METADATA, get(metadata::server))
        .route(routes::RESOURCE_METADATA, get(metadata::resource))
        .route(routes::MCP_METADATA, get(metadata::agents_resource))
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .with_state(services)
}
