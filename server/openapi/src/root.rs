//! Checks the root of a document only.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{InvalidDocument, Reason};

/// The members that every document has (`OpenAPI` 3.1.1 §4.8.1, 3.0.4 §4.7.1).
#[derive(Deserialize)]
struct Root {
    openapi: String,
    #[serde(rename = "info")]
    _info: Info,
    #[serde(rename = "paths")]
    _paths: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct Info {
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "version")]
    _version: String,
}

/// Checks that a text is an `OpenAPI` document of any edition 3, as JSON. It reads the root only.
///
/// # Errors
/// [`Reason::Json`] where it is no JSON or lacks a required member, and [`Reason::Edition`] where
/// it is of another edition.
pub fn check_root(text: &str) -> Result<(), InvalidDocument> {
    let root: Root = serde_json::from_str(text)?;
    if root.openapi.starts_with("3.") {
        Ok(())
    } else {
        Err(Reason::Edition(root.openapi).at("openapi"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = r#""info": {"title": "A", "version": "1"}"#;

    #[test]
    fn a_document_of_any_edition_3_passes_whatever_it_describes() {
        for rest in [
            r#""paths": {}"#,
            r#""paths": {"/a": {"get": {}}}"#,
            r#""webhooks": {}"#,
        ] {
            for edition in ["3.0.4", "3.1.1", "3.2.0"] {
                let text = format!(r#"{{"openapi": "{edition}", {INFO}, {rest}}}"#);
                assert!(check_root(&text).is_ok(), "{text}");
            }
        }
    }

    #[test]
    fn another_text_is_refused_with_what_it_lacks() {
        for (text, said) in [
            ("openapi: 3.1.0".to_owned(), "expected value"),
            ("[]".to_owned(), "invalid length 0"),
            (format!("{{{INFO}}}"), "missing field `openapi`"),
            (r#"{"openapi": "3.1.0"}"#.to_owned(), "missing field `info`"),
            (
                format!(r#"{{"openapi": "4.0.0", {INFO}}}"#),
                "openapi: OpenAPI 4.0.0",
            ),
            (
                format!(r#"{{"openapi": "3.1.0", {INFO}, "paths": 1}}"#),
                "invalid type",
            ),
        ] {
            let error = check_root(&text).unwrap_err().to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
