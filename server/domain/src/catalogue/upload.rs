//! Reads an `OpenAPI` document that somebody wrote, as YAML or JSON.

use std::str;

use openapi::{Problem, Source, check};

/// A document that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedDocument {
    /// As it was written, if that was JSON.
    pub json: String,
    /// The parts that are not obeyed.
    pub ignored: Vec<Problem>,
}

/// Reads and checks a document.
///
/// # Errors
/// The problems for which it is refused, in the order of the text.
pub fn read(bytes: &[u8]) -> Result<UploadedDocument, Vec<Problem>> {
    let source = Source::read(bytes).map_err(|problem| vec![problem])?;
    let report = check(&source);
    if report.is_refused() {
        return Err(report.refused().cloned().collect());
    }
    let text = str::from_utf8(bytes).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    let is_json = text.trim_start().starts_with('{');
    Ok(UploadedDocument {
        json: if is_json {
            text.to_owned()
        } else {
            source.to_json()
        },
        ignored: report.ignored().cloned().collect(),
    })
}
