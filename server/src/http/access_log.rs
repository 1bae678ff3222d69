//! One line for every answer. It names the route, not the address asked for: that may carry a token.
//! It stands outside of the request's span and says all by itself, whatever else is logged.

use std::time::Instant;

use app::web::ClientOrigin;
use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};

use domain::ids::AccountId;

use super::ForPrograms;

pub async fn record(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let origin = request.extensions().get::<ClientOrigin>().cloned();
    let response = next.run(request).await;
    tracing::info!(
        target: "access",
        parent: None,
        %method,
        route = route_of(route.as_ref(), &response),
        status = response.status().as_u16(),
        ms = milliseconds(began),
        request_id = origin.as_ref().map(|origin| origin.request_id.as_str()),
        account = response.extensions().get::<AccountId>().map(tracing::field::display),
    );
    response
}

fn route_of<'a>(matched: Option<&'a MatchedPath>, answer: &'a Response) -> &'a str {
    let said = answer.extensions().get::<ForPrograms>();
    let said = said.and_then(|answer| answer.route.as_deref());
    said.or_else(|| matched.map(MatchedPath::as_str))
        .unwrap_or("none")
}

/// To the hundredth.
fn milliseconds(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 100_000.0).round() / 100.0
}
