//! Figures for Prometheus, on a listener of their own: how much is asked for, how long answers
//! take, what waits and what fails. Nothing in them tells of one person, company or credential.
//!
//! Whatever happens is counted where it happens, through the `metrics` crate; without a listener
//! nobody keeps what is counted.

mod listener;
mod names;
mod state;

pub use listener::Monitoring;
pub use names::{
    ALL, GATEWAY_DURATION, HTTP_DURATION, Kind, Metric, THROTTLED, TOKENS, method, status_class,
};
