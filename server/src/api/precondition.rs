//! `If-Match`: a change is made only to what its caller saw (RFC 9110 §13.1.1, RFC 6585 §3).

use axum::http::{HeaderMap, HeaderValue, header};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::{error::ApiError, json_api::One, list};
use crate::http::entity_tag;

/// What a change depends on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(
    dead_code,
    reason = "it is read from the headers as they come; the document names it"
)]
pub struct IfMatch {
    /// The `ETag` that the resource had when it was read without parameters, or `*` for any.
    #[serde(rename = "If-Match")]
    #[param(required = true, nullable = false, min_length = 1)]
    if_match: Option<String>,
}

/// Requires that the caller saw this resource as it is.
///
/// # Errors
/// [`ApiError::PreconditionRequired`] when the caller does not say what it saw,
/// [`ApiError::PreconditionFailed`] when that was something else.
pub fn require(headers: &HeaderMap, resource: &impl Serialize) -> Result<(), ApiError> {
    let mut seen = headers.get_all(header::IF_MATCH).iter().peekable();
    if seen.peek().is_none() {
        return Err(ApiError::PreconditionRequired);
    }
    let tag = tag(resource)?;
    if seen.any(|list| entity_tag::is_among(list, &tag)) {
        Ok(())
    } else {
        Err(ApiError::PreconditionFailed)
    }
}

/// The tag that a resource has when it is read without parameters.
pub fn tag(resource: &impl Serialize) -> Result<HeaderValue, ApiError> {
    let document = One {
        data: list::value(resource)?,
        included: None,
    };
    let body = serde_json::to_vec(&document).map_err(ApiError::fault)?;
    Ok(entity_tag::of(&body))
}
