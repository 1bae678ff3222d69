//! Metrics for Prometheus, on a listener of their own: requests, latencies, queues and failures.
//! They tell nothing about a single person, company or credential.
//!
//! Events are counted where they happen, by the crate `metrics`; without a listener the counts are
//! not kept.

mod listener;
mod names;
mod state;

pub use listener::Monitoring;
pub use names::{
    ALL, GATEWAY_DURATION, HTTP_DURATION, Kind, Metric, THROTTLED, TOKENS, method, status_class,
};
