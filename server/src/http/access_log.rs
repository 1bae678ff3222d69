//! Logs one line for every answer. It names the route and not the address, which may hold a token.
//! The line is outside of the request's span and complete by itself.

use std::time::Instant;

use app::web::ClientOrigin;
use axum::{
    extract::{MatchedPath, Request},
    http::{Method, StatusCode},
    response::Response,
};

use domain::ids::AccountId;
use metrics::histogram;

use super::ForPrograms;
use crate::monitoring;

/// What is known of a line before the answer.
pub struct Entry {
    began: Instant,
    method: Method,
    route: Option<MatchedPath>,
    origin: Option<ClientOrigin>,
}

impl Entry {
    /// The time of the answer counts from here.
    pub fn begin(request: &Request) -> Self {
        Self {
            began: Instant::now(),
            method: request.method().clone(),
            route: request.extensions().get().cloned(),
            origin: request.extensions().get().cloned(),
        }
    }

    pub fn write(self, response: &Response) {
        let Self { began, method, .. } = self;
        let route = route_of(self.route.as_ref(), response);
        measure(&method, route, response.status(), began);
        tracing::info!(
            target: "access",
            parent: None,
            %method,
            route,
            status = response.status().as_u16(),
            ms = milliseconds(began),
            request_id = self.origin.as_ref().map(|origin| origin.request_id.as_str()),
            account = response.extensions().get::<AccountId>().map(tracing::field::display),
        );
    }
}

fn measure(method: &Method, route: &str, status: StatusCode, began: Instant) {
    histogram!(
        monitoring::HTTP_DURATION,
        "route" => route.to_owned(),
        "method" => monitoring::method(method),
        "status" => monitoring::status_class(status),
    )
    .record(began.elapsed());
}

fn route_of<'a>(matched: Option<&'a MatchedPath>, answer: &'a Response) -> &'a str {
    let said = answer.extensions().get::<ForPrograms>();
    let said = said.and_then(|answer| answer.route.as_deref());
    said.or_else(|| matched.map(MatchedPath::as_str))
        .unwrap_or("none")
}

/// Rounded to hundredths.
fn milliseconds(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 100_000.0).round() / 100.0
}
