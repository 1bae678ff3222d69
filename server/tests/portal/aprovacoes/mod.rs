//! Deciding on requests.

mod decision;
mod queue;
mod request;
