//! Endpoints for machines: liveness, readiness and robots.txt.

use std::sync::Arc;

use app::routes;
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Services;

use super::readiness::ready;

pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route("/readyz", get(ready))
        .route(routes::ROBOTS, get(robots))
        .with_state(services)
        .route("/healthz", get(|| async { fresh(StatusCode::OK, "ok\n") }))
}

async fn robots(State(services): State<Arc<Services>>) -> String {
    app::robots(&services.portal.settings.public_url)
}

fn fresh(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
