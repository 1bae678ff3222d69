//! JSON for the scripts of pages.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// The answer to a script of ours, which nobody keeps.
#[must_use]
pub fn no_store_json(text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}
