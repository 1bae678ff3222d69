//! `ETag`: by which callers know what they have (RFC 9110 §8.8.3).

use aws_lc_rs::digest::{SHA256, digest};
use axum::http::HeaderValue;
use data_encoding::HEXLOWER;

/// The tag of a body as it is sent, so that each encoding has its own.
pub fn of(body: &[u8]) -> HeaderValue {
    let hash = digest(&SHA256, body);
    let tag = format!("\"{}\"", HEXLOWER.encode(&hash.as_ref()[..12]));
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the list of `If-None-Match` has this tag, compared weakly (RFC 9110 §13.1.2).
pub fn names(list: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(list), Ok(tag)) = (list.to_str(), tag.to_str()) else {
        return false;
    };
    let mut tags = list.split(',').map(str::trim);
    tags.any(|it| it == "*" || it.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_tags_names_those_in_it() {
        let tag = HeaderValue::from_static("\"a1\"");
        for list in ["\"a1\"", "W/\"a1\"", "\"b2\", \"a1\"", "*"] {
            assert!(names(&HeaderValue::from_static(list), &tag), "{list}");
        }
        for list in ["\"b2\"", "a1", "", "\"a1"] {
            assert!(!names(&HeaderValue::from_static(list), &tag), "{list}");
        }
    }
}
