//! Endpoints for machines: liveness, readiness and robots.txt.

use std::sync::Arc;

use axum::{
    Router,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Services;

use super::readiness::ready;

const ROBOTS: &str = "User-agent: *\nDisallow: /acesso/\nDisallow: /dev/\n";

pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route("/readyz", get(ready))
        .with_state(services)
        .route("/healthz", get(|| async { fresh(StatusCode::OK, "ok\n") }))
        .route("/robots.txt", get(|| async { ROBOTS }))
}

fn fresh(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
