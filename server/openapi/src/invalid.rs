//! Why a document is refused.

use std::fmt;

/// A mistake and its place in the document.
#[derive(Debug, thiserror::Error)]
#[error("{}{reason}", prefix(place))]
pub struct InvalidDocument {
    /// Names in the document, from the outside in; empty for the whole document.
    place: String,
    #[source]
    reason: Reason,
}

/// A mistake in a document.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// The text is no JSON, or a part of it has another type than `OpenAPI` says.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The edition is not supported.
    #[error("OpenAPI {0} is not understood, only 3.0 and 3.1")]
    Edition(String),
    /// A reference leads to nothing.
    #[error("{0} leads nowhere in this document")]
    Reference(String),
    /// A reference leads out of the document.
    #[error("{0} leads out of this document, and nothing is fetched")]
    Remote(String),
    /// A part contains itself without end, or is nested too deeply.
    #[error("it contains itself, or is nested too deeply")]
    Depth,
    /// A schema is too large with all that it refers to.
    #[error("it is too large with all that it refers to")]
    Size,
    /// A format is not known.
    #[error("the format {0} is not understood")]
    Format(String),
    /// A keyword has a wrong value.
    #[error("it is no JSON Schema: {0}")]
    Schema(String),
    /// A request or a response has no content in JSON.
    #[error("there is no JSON in content of type {0}")]
    MediaType(String),
    /// An example does not match its schema.
    #[error("an example is wrong: {0}")]
    WrongExample(String),
}

fn prefix(place: &str) -> String {
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}")
}

impl Reason {
    /// Adds the place.
    #[must_use]
    pub fn at(self, place: impl fmt::Display) -> InvalidDocument {
        InvalidDocument {
            place: place.to_string(),
            reason: self,
        }
    }
}

impl InvalidDocument {
    /// Adds an outer name to the place.
    #[must_use]
    pub fn within(mut self, outer: impl fmt::Display) -> Self {
        self.place = if self.place.is_empty() {
            outer.to_string()
        } else {
            format!("{outer}/{}", self.place)
        };
        self
    }

    /// The place, with slashes between its names, and the mistake.
    #[must_use]
    pub fn into_parts(self) -> (String, Reason) {
        (self.place, self.reason)
    }
}

impl<R: Into<Reason>> From<R> for InvalidDocument {
    fn from(reason: R) -> Self {
        reason.into().at("")
    }
}
