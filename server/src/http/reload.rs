//! Pages that load themselves again once the program behind them is another one: for `make dev`.

use std::process;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::get,
};

const SCRIPT: &str = "/dev/reload.js";
const PROCESS: &str = "/dev/process";
const TAG: &str = r#"<script type="module" src="/dev/reload.js"></script>"#;
/// More than any page has.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Adds the script to every page of a router.
///
/// It stands outside all layers, so that its questions are not in the access log.
pub fn reload_pages(router: Router) -> Router {
    let script = [(header::CONTENT_TYPE, "text/javascript")];
    router
        .layer(from_fn(add_script))
        .route(
            SCRIPT,
            get(move || async move { (script, include_str!("reload.js")) }),
        )
        .route(PROCESS, get(|| async { process::id().to_string() }))
}

async fn add_script(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    let response = next.run(request).await;
    if !is_page(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    match to_bytes(body, MAX_BYTES).await {
        Ok(page) => Response::from_parts(parts, Body::from([&page, TAG.as_bytes()].concat())),
        Err(_) => parts.status.into_response(),
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}
