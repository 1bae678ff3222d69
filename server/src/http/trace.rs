//! A span for every request, which gives all lines logged meanwhile its identifier and route.

use app::web::ClientOrigin;
use axum::extract::{MatchedPath, Request};
use tracing::{Span, error_span, field::Empty};

/// The span has the level of an error, so that a log of errors has it, too. It names the route and
/// not the address, which may hold a token.
pub fn span(request: &Request) -> Span {
    let extensions = request.extensions();
    let span = error_span!(
        "request",
        request_id = Empty,
        route = Empty,
        account = Empty
    );
    if let Some(origin) = extensions.get::<ClientOrigin>() {
        span.record("request_id", &*origin.request_id);
    }
    if let Some(route) = extensions.get::<MatchedPath>() {
        span.record("route", route.as_str());
    }
    span
}
