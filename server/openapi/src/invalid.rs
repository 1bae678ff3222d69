//! Why a document is refused.

use std::fmt;

/// What is wrong, and where in the document.
#[derive(Debug, thiserror::Error)]
#[error("{}{reason}", prefix(place))]
pub struct InvalidDocument {
    /// Names in the document, from the outside in; empty for the whole.
    place: String,
    #[source]
    reason: Reason,
}

/// What is wrong with a document.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// It is no JSON, or a part of it is not what `OpenAPI` has there.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// It is of an edition that is not read here.
    #[error("OpenAPI {0} is not understood, only 3.0 and 3.1")]
    Edition(String),
    /// A reference leads to nothing.
    #[error("{0} leads nowhere in this document")]
    Reference(String),
    /// A reference leads out of the document.
    #[error("{0} leads out of this document, and nothing is fetched")]
    Remote(String),
    /// A part contains itself without end, or too much lies within it.
    #[error("it contains itself, or is nested too deeply")]
    Depth,
    /// A schema with all that it refers to is too large.
    #[error("it is too large with all that it refers to")]
    Size,
    /// A rule that would be passed over protects nobody.
    #[error("the keyword {0} is not understood")]
    Keyword(String),
    /// As with keywords.
    #[error("the format {0} is not understood")]
    Format(String),
    /// Not even an engine that looks ahead and back takes it.
    #[error("the pattern {0} is no regular expression")]
    Pattern(String),
    /// A keyword has a value that it cannot have.
    #[error("it is no JSON Schema: {0}")]
    Schema(String),
    /// A request or an answer has no content in JSON.
    #[error("there is no JSON in content of type {0}")]
    MediaType(String),
    /// An example is not what its schema says.
    #[error("an example is wrong: {0}")]
    WrongExample(String),
}

fn prefix(place: &str) -> String {
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}")
}

impl Reason {
    /// This, at a place.
    #[must_use]
    pub fn at(self, place: impl fmt::Display) -> InvalidDocument {
        InvalidDocument {
            place: place.to_string(),
            reason: self,
        }
    }
}

impl InvalidDocument {
    /// The same, seen from further out.
    #[must_use]
    pub fn within(mut self, outer: impl fmt::Display) -> Self {
        self.place = if self.place.is_empty() {
            outer.to_string()
        } else {
            format!("{outer}/{}", self.place)
        };
        self
    }

    /// The place, whose names are divided by slashes, and what is wrong there.
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
