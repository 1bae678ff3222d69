//! The gateway: calls of the published APIs, answered by their sandbox or forwarded; and the same
//! decisions for gateways that somebody runs already.

mod answer;
mod authorize;
mod headers;
mod refusal;
mod serve;
mod timer;
mod token;
mod upstream;
mod usage;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{any, post},
};
use domain::Services;

pub use upstream::{AllowedUpstreams, Upstreams, connector, reach};

/// Enough for a batch of some ten thousand calls.
const MAX_BATCH_BYTES: usize = 4 * 1024 * 1024;

/// What calls are answered with.
#[derive(Clone)]
pub struct Gateway {
    pub services: Arc<Services>,
    pub upstreams: Arc<Upstreams>,
}

/// For other gateways.
pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route(authorize::ADDRESS, any(authorize::authorize))
        // Envoy puts what was asked for behind its prefix.
        .route("/gateway/authorize/{*asked}", any(authorize::authorize))
        .route("/gateway/usage", post(usage::usage))
        .layer(DefaultBodyLimit::max(MAX_BATCH_BYTES))
        .with_state(services)
}

/// Answers calls of published APIs before anything else looks at them.
pub fn before(gateway: Gateway, rest: Router) -> Router {
    rest.layer(from_fn_with_state(gateway, serve::serve))
}
