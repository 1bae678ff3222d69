//! Asking for an API, step by step.

mod application;
mod cancel;
mod correct;
mod done;
mod group;
mod others;
mod review;
mod start;

/// The page of a step.
fn step(request: &str, name: &str) -> String {
    format!("/solicitacoes/{request}/{name}")
}
