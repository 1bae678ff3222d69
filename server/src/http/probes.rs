//! For machines: is the portal alive, can it serve, and what may be indexed.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Portal;

const ROBOTS: &str = "User-agent: *\nDisallow: /acesso/\nDisallow: /dev/\n";

pub fn router(portal: Arc<Portal>) -> Router {
    Router::new()
        .route("/readyz", get(ready))
        .with_state(portal)
        .route("/healthz", get(|| async { fresh(StatusCode::OK, "ok\n") }))
        .route("/robots.txt", get(|| async { ROBOTS }))
}

/// Ready is who reaches the database.
async fn ready(State(portal): State<Arc<Portal>>) -> Response {
    match portal.db.reader().ping().await {
        Ok(()) => fresh(StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            fresh(
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}

fn fresh(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
