//! Programs are told of a fault in JSON, and do not wait for ever.

use std::any::Any;

use axum::{
    Json,
    extract::Request,
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;
use tokio::time::timeout;
use tower_http::catch_panic::CatchPanicLayer;

use super::limits;

type Answer = fn(Box<dyn Any + Send>) -> Response;

pub fn layer() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(panicked as Answer)
}

pub async fn enforce_time_limit(request: Request, next: Next) -> Response {
    let answer = timeout(limits::ANSWER, next.run(request)).await;
    answer.unwrap_or_else(|_| fault(StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"))
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn panicked(panic: Box<dyn Any + Send>) -> Response {
    tracing::error!(panic = limits::message(&*panic), "an endpoint failed");
    fault(StatusCode::INTERNAL_SERVER_ERROR, "server_error")
}

/// The answer carries its id in `x-request-id`, like every other.
fn fault(status: StatusCode, error: &str) -> Response {
    let body = json!({
        "error": error,
        "error_description": "Something failed on our side. Try again shortly.",
    });
    (status, Json(body)).into_response()
}
