//! Forwards calls to upstreams: streaming in both directions, limited in time and size, and only to
//! hosts that an administrator allowed.

mod address;
mod body;
mod connecting;
mod forward;
mod hop;
mod links;
mod pool;
mod prober;
mod webhook;

use std::time::Duration;

use axum::body::Body;
use hyper_util::{
    client::legacy::Client,
    rt::{TokioExecutor, TokioTimer},
};

use crate::config::UpstreamConfig;
pub use address::AllowedUpstreams;
pub use connecting::{Connector, connector, probe};
pub(super) use forward::has_dot_segments;
pub use prober::Prober;
pub use webhook::WebhookTransport;

/// The client for all upstreams.
pub struct Upstreams {
    client: Client<Connector, Body>,
    allowed: AllowedUpstreams,
    /// How long an idle connection is kept.
    idle: Duration,
}

impl Upstreams {
    #[must_use]
    pub fn new(config: &UpstreamConfig) -> Self {
        let allowed = AllowedUpstreams::new(config);
        let connector = connector(allowed.clone(), &config.trust);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(config.idle)
            .build(connector);
        Self {
            client,
            allowed,
            idle: config.idle,
        }
    }
}
