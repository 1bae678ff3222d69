//! What every request goes through. It is one layer, since each layer of a router copies all layers
//! below it for every request.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Services;
use tracing::Instrument;

use super::{
    access_log::Entry, conformance, faults, json_errors::Caller, origin::Origins,
    security_headers::Headers, trace,
};

/// What answering any request needs.
pub struct EveryRequest {
    pub services: Arc<Services>,
    pub origins: Origins,
    pub headers: Headers,
}

pub async fn answer(
    State(every): State<Arc<EveryRequest>>,
    mut request: Request,
    next: Next,
) -> Response {
    let request_id = every.origins.find(&mut request);
    let entry = Entry::begin(&request);
    let caller = Caller::of(&request);
    let span = trace::span(&request);
    let referrer = Headers::referrer_policy(request.uri().path());
    let response = match conformance::fault(&request) {
        Some(fault) => fault.into_response(),
        None => faults::caught(next.run(request)).instrument(span).await,
    };
    let mut response = caller.translate(&every.services, response);
    every.headers.add(&mut response, referrer);
    entry.write(&response);
    request_id.add(&mut response);
    response
}
