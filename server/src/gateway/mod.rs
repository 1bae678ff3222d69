//! The gateway: answers calls of the published APIs by their sandbox or forwards them, and admits
//! calls for gateways that somebody runs already.

mod answer;
mod authorize;
mod ending;
mod headers;
mod of_page;
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
    routing::{any, post},
};
use domain::Services;

use crate::{
    api::{self, RateLimits},
    config::UpstreamConfig,
};

pub use upstream::{AllowedUpstreams, Prober, Upstreams, WebhookTransport, connector, probe};

/// Enough for a batch of some ten thousand calls.
const MAX_BATCH_BYTES: usize = 4 * 1024 * 1024;

/// The parts that answering calls needs.
#[derive(Clone)]
pub struct Gateway {
    pub services: Arc<Services>,
    pub upstreams: Arc<Upstreams>,
    /// Answers calls of the portal's own API that are made from pages.
    own: Router,
}

impl Gateway {
    #[must_use]
    pub fn new(services: Arc<Services>, upstreams: &UpstreamConfig) -> Self {
        Self {
            own: api::router(Arc::clone(&services), RateLimits::default()),
            services,
            upstreams: Arc::new(Upstreams::new(upstreams)),
        }
    }
}

/// The endpoints for other gateways.
pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route(authorize::ADDRESS, any(authorize::authorize))
        // Envoy appends the requested path to its prefix.
        .route("/gateway/authorize/{*asked}", any(authorize::authorize))
        .route("/gateway/usage", post(usage::usage))
        .layer(DefaultBodyLimit::max(MAX_BATCH_BYTES))
        .with_state(services)
}

/// Answers calls of published APIs where no route does, and passes all other requests on. It is no
/// layer: each layer of a router copies all below it for each request, and calls need none of what
/// pages go through.
pub fn before(gateway: Gateway, rest: Router) -> Router {
    Router::new()
        .fallback(serve::serve)
        .with_state(Calls { gateway, rest })
}

/// What calls are answered by, and all else.
#[derive(Clone)]
struct Calls {
    gateway: Gateway,
    rest: Router,
}
