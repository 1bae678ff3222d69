//! `If-Match`: a change is made only to what its caller saw (RFC 9110 §13.1.1, RFC 6585 §3).
//!
//! The tag of a resource that can be changed begins with the number of its revision. What the portal
//! notes of it by itself makes another tag, but no other revision, and stops no change.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::error::ApiError;
use crate::http::entity_tag;

/// What a change depends on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(
    dead_code,
    reason = "it is read from the headers as they come; the document names it"
)]
pub struct IfMatch {
    /// The `ETag` that the resource had when it was read, or `*` for any.
    #[serde(rename = "If-Match")]
    #[param(required = true, nullable = false, min_length = 1)]
    if_match: Option<String>,
}

/// The revision of the resource in an answer.
#[derive(Clone, Copy, Debug)]
pub struct Revision(i32);

/// An answer whose tag tells the revision of its resource.
pub fn tagged(mut response: Response, revision: i32) -> Response {
    response.extensions_mut().insert(Revision(revision));
    response
}

/// The tag of an answer.
pub fn tag(revision: Option<&Revision>, body: &[u8]) -> HeaderValue {
    let of_body = entity_tag::of(body);
    let Some(Revision(revision)) = revision else {
        return of_body;
    };
    let hash = of_body.to_str().unwrap_or_default().trim_matches('"');
    let tag = HeaderValue::try_from(format!("\"{revision}-{hash}\""));
    tag.unwrap_or(of_body)
}

/// Requires that the caller saw this revision.
///
/// # Errors
/// [`ApiError::PreconditionRequired`] when the caller does not say what it saw,
/// [`ApiError::PreconditionFailed`] when that was something else.
pub fn require(headers: &HeaderMap, revision: i32) -> Result<(), ApiError> {
    let mut lists = headers.get_all(header::IF_MATCH).iter().peekable();
    if lists.peek().is_none() {
        return Err(ApiError::PreconditionRequired);
    }
    if lists.any(|list| names(list, revision)) {
        Ok(())
    } else {
        Err(ApiError::PreconditionFailed)
    }
}

/// Whether a list has a tag of this revision; a weak one is none (§13.1.1).
fn names(list: &HeaderValue, revision: i32) -> bool {
    let own = format!("\"{revision}-");
    let list = list.to_str().unwrap_or_default();
    let mut tags = list.split(',').map(str::trim);
    tags.any(|tag| tag == "*" || tag.starts_with(&own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn required(list: &'static str, revision: i32) -> Result<(), ApiError> {
        let list = HeaderValue::from_static(list);
        let headers = HeaderMap::from_iter([(header::IF_MATCH, list)]);
        require(&headers, revision)
    }

    #[test]
    fn a_tag_of_the_revision_allows_a_change() {
        for list in ["\"7-a1\"", "\"6-a1\", \"7-b2\"", "*"] {
            assert_eq!(required(list, 7), Ok(()), "{list}");
        }
        for list in ["\"6-a1\"", "\"70-a1\"", "W/\"7-a1\"", "\"7\"", "7-a1", ""] {
            let refused = required(list, 7);
            assert_eq!(refused, Err(ApiError::PreconditionFailed), "{list}");
        }
        let unsaid = require(&HeaderMap::new(), 7);
        assert_eq!(unsaid, Err(ApiError::PreconditionRequired));
    }

    #[test]
    fn what_the_portal_notes_makes_another_tag_of_the_same_revision() {
        let (one, other) = (tag(Some(&Revision(7)), b"1"), tag(Some(&Revision(7)), b"2"));
        assert_ne!(one, other);
        assert!(names(&one, 7) && names(&other, 7));
        assert_eq!(tag(None, b"1"), entity_tag::of(b"1"));
    }
}
