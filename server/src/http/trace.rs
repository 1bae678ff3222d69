//! A span for every request, which gives all lines logged meanwhile its identifier and route.

use app::web::ClientOrigin;
use axum::extract::{MatchedPath, Request};
use tower_http::{
    classify::{ServerErrorsAsFailures, SharedClassifier},
    trace::TraceLayer,
};
use tracing::{Span, error_span, field::Empty};

type Classifier = SharedClassifier<ServerErrorsAsFailures>;
type MakeSpan = fn(&Request) -> Span;

/// Opens the span and logs nothing, since the access log has a line for every answer.
pub fn layer() -> TraceLayer<Classifier, MakeSpan, (), (), (), (), ()> {
    TraceLayer::new_for_http()
        .make_span_with(span as MakeSpan)
        .on_request(())
        .on_response(())
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

/// The span has the level of an error, so that a log of errors has it, too. It names the route and
/// not the address, which may hold a token.
fn span(request: &Request) -> Span {
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
