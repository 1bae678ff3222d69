//! Errors for programs: JSON for all paths that programs call, and for clients that ask for JSON.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::Response,
};
use domain::{Services, catalogue::Snapshot};
use serde_json::json;

use super::ForPrograms;

/// The first segments of paths that only programs call.
const PROGRAM_PATHS: [&str; 6] = ["Api", "api", "mcp", "oauth2", "gateway", ".well-known"];
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What tells a program from a browser.
pub struct Caller {
    uri: Uri,
    asks_for_json: bool,
}

impl Caller {
    pub fn of(request: &Request) -> Self {
        Self {
            uri: request.uri().clone(),
            asks_for_json: asks_for_json(request.headers()),
        }
    }

    /// The answer as its caller understands it.
    pub fn translate(&self, services: &Services, response: Response) -> Response {
        let status = response.status();
        if !status.is_client_error() && !status.is_server_error() || is_understood(&response) {
            return response;
        }
        let is_program =
            self.asks_for_json || is_for_programs(&services.catalogue.current(), self.uri.path());
        if is_program {
            error(response, &self.uri)
        } else {
            response
        }
    }
}

/// Whether the client accepts JSON and no page.
fn asks_for_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT);
    let accept = accept.and_then(|value| value.to_str().ok());
    accept.is_some_and(|types| types.contains("json") && !types.contains("text/html"))
}

/// Whether the body is JSON already, or in the shape of an API.
fn is_understood(response: &Response) -> bool {
    let of_an_api = response.extensions().get::<ForPrograms>();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|value| value.to_str().ok());
    of_an_api.is_some_and(|it| it.route.is_some()) || kind.is_some_and(|kind| kind.contains("json"))
}

/// Whether the path is one for programs, or near an API's: `/identity` is near `/identity/v1`.
fn is_for_programs(catalogue: &Snapshot, path: &str) -> bool {
    let first = first_segment(path);
    PROGRAM_PATHS.contains(&first)
        || catalogue
            .published()
            .any(|api| first_segment(&api.base_path) == first)
}

fn first_segment(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

fn error(response: Response, uri: &Uri) -> Response {
    let (mut parts, _) = response.into_parts();
    let (error, text) = words(parts.status, uri.path());
    let body = json!({"error": error, "error_description": text}).to_string();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, JSON);
    parts.extensions.insert(ForPrograms::default());
    Response::from_parts(parts, Body::from(body))
}

fn words(status: StatusCode, path: &str) -> (&'static str, &'static str) {
    use StatusCode as S;
    match status {
        S::NOT_FOUND if path.len() > 1 && path.ends_with('/') => (
            "not_found",
            "There is nothing at this address. Try it without the slash at its end.",
        ),
        S::NOT_FOUND => ("not_found", "There is nothing at this address."),
        S::METHOD_NOT_ALLOWED => (
            "method_not_allowed",
            "This address does not take this method. Those it takes are in Allow.",
        ),
        S::UNAUTHORIZED => ("unauthorized", "Say who you are."),
        S::FORBIDDEN => ("forbidden", "This is not for you."),
        S::PAYLOAD_TOO_LARGE => ("too_large", "The body is too long."),
        S::TOO_MANY_REQUESTS => (
            "slow_down",
            "Too many requests. Wait as long as Retry-After says.",
        ),
        S::SERVICE_UNAVAILABLE => (
            "temporarily_unavailable",
            "This cannot be answered just now. Try again shortly.",
        ),
        status if status.is_server_error() => (
            "server_error",
            "Something failed on our side. Try again shortly.",
        ),
        _ => ("invalid_request", "The request cannot be understood."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_a_page_gets_a_page() {
        let asks = |accept: &'static str| {
            let accept = HeaderValue::from_static(accept);
            asks_for_json(&HeaderMap::from_iter([(header::ACCEPT, accept)]))
        };
        assert!(asks("application/json"));
        assert!(asks("application/problem+json, */*;q=0.1"));
        assert!(!asks("text/html, application/json;q=0.9"));
        assert!(!asks("*/*"));
        assert!(!asks_for_json(&HeaderMap::new()));
    }

    #[test]
    fn the_slash_too_many_is_named() {
        let text = |path| words(StatusCode::NOT_FOUND, path).1;
        assert!(text("/oauth2/v1/token/").contains("slash"));
        assert!(!text("/oauth2/v1/tokens").contains("slash"));
        assert!(!text("/").contains("slash"));
    }
}
