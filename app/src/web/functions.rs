//! Functions of the server that islands call. Each is a route of the table, with its access; nothing
//! that matters exists only there, as the plain form stands beside it.

use axum::{
    RequestExt,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::{
    prelude::{provide_context, use_context},
    server_fn::error::{FromServerFnError, SERVER_FN_ERROR_HEADER},
};
use leptos_axum::handle_server_fns_with_context;
use locales::Locale;

use super::{Access, PageError, Visit, access, posted_parts::is_multipart};
use crate::islands::functions::FunctionError;

/// How their addresses begin.
pub(super) const PREFIX: &str = "/ilhas/";
/// Far more than any island sends.
pub(super) const MAX_BODY_BYTES: usize = 512 * 1024;

/// Refuses with a bare status: a call from a script is led nowhere.
pub(super) async fn enforce(
    State(access): State<Access>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    match access::status(access, &visit) {
        None => next.run(request).await,
        Some(status) => status.into_response(),
    }
}

/// Runs the function at the address of the request, on behalf of its visit.
pub(super) async fn answer(visit: Visit, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    run(visit, Request::from_parts(parts, Body::from(body))).await
}

/// The same for a function that takes a form with files, which it reads as it comes.
pub(super) async fn answer_form(visit: Visit, request: Request) -> Response {
    if !is_multipart(request.headers()) {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    run(visit, request.with_limited_body()).await
}

async fn run(visit: Visit, mut request: Request) -> Response {
    // With a referrer, whoever takes HTML would be led back there.
    request.headers_mut().remove(header::REFERER);
    let run = handle_server_fns_with_context(move || provide_context(visit.clone()), request);
    let mut response = with_status(run.await.into_response()).await;
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}

/// An error of a function comes as a fault, whatever it is.
async fn with_status(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, MAX_BODY_BYTES).await.unwrap_or_default();
    parts.status = match FunctionError::de(body.clone()) {
        FunctionError::SignedOut => StatusCode::UNAUTHORIZED,
        FunctionError::Refused => StatusCode::FORBIDDEN,
        FunctionError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        FunctionError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        FunctionError::Malformed => StatusCode::UNPROCESSABLE_ENTITY,
        FunctionError::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Response::from_parts(parts, Body::from(body))
}

/// Whose call it is.
///
/// # Errors
/// When no function is being called.
pub fn caller() -> Result<Visit, FunctionError> {
    use_context().ok_or(FunctionError::Failed)
}

/// The same, reading in the language of the page that calls.
///
/// # Errors
/// When no function is being called.
pub fn caller_reading(locale: Locale) -> Result<Visit, FunctionError> {
    let mut visit = caller()?;
    visit.locale = locale;
    Ok(visit)
}

/// The headers of the call.
///
/// # Errors
/// When no function is being called.
pub fn headers() -> Result<HeaderMap, FunctionError> {
    let parts: Option<Parts> = use_context();
    parts
        .map(|parts| parts.headers)
        .ok_or(FunctionError::Failed)
}

impl From<PageError> for FunctionError {
    /// A fault is logged, in the span that has the request's id.
    fn from(error: PageError) -> Self {
        match error {
            PageError::Forbidden | PageError::NotFound | PageError::CrossSite => Self::Refused,
            PageError::TooOften { .. } | PageError::Busy { .. } => Self::Busy,
            PageError::Malformed | PageError::WrongMethod => Self::Malformed,
            PageError::Unavailable(_, fault) | PageError::Fault(fault) => {
                tracing::error!(%fault, "a function of an island failed");
                Self::Failed
            }
        }
    }
}
