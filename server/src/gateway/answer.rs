//! Turns an answer of an API into a response.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    ids::TransactionId,
    sandbox::{Answer, ErrorFacts},
};
use serde_json::json;

/// An error in the API's own shape, or in a plain one if its document describes none.
pub fn error(
    api: &Api,
    status: StatusCode,
    detail: &str,
    transaction: TransactionId,
    public_url: &str,
) -> Answer {
    let status = status.as_u16();
    if let Some(sandbox) = &api.sandbox {
        return sandbox.error(&ErrorFacts {
            status,
            transaction: transaction.0,
            detail: Some(detail),
            public_url,
        });
    }
    let body = json!({
        "transactionId": transaction.to_string(),
        "error": {"httpCode": status.to_string(), "message": detail},
    });
    Answer {
        status,
        code: None,
        field: None,
        body: body.to_string(),
        headers: vec![("content-type", "application/json".to_owned())],
    }
}

pub fn response(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Body::from(answer.body)).into_response();
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
