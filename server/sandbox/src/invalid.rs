//! Why a document makes no sandbox.

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

#[derive(Debug, thiserror::Error)]
pub(super) enum Reason {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error("OpenAPI {0} is not understood, only 3.1")]
    Edition(String),
    #[error("{0} leads nowhere in this document")]
    Reference(String),
    #[error("it contains itself, or is nested too deeply")]
    Depth,
    #[error("the keyword {0} is not understood")]
    Keyword(String),
    #[error("the format {0} is not understood")]
    Format(String),
    #[error(transparent)]
    Pattern(#[from] regex::Error),
    #[error("{0} is no place in a request")]
    Place(String),
    #[error("the sandbox gives no content of type {0}")]
    MediaType(String),
    #[error("there is no example {0}")]
    Example(String),
    #[error("an example is wrong: {0}")]
    WrongExample(String),
    #[error("there is nothing at {0}")]
    Pointer(String),
    #[error("no response has the status {0}")]
    Status(String),
    #[error("there is no operation {0}")]
    Operation(String),
    #[error("it should answer {expected}, but answers {given}")]
    Case { expected: u16, given: u16 },
}

fn prefix(place: &str) -> String {
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}")
}

impl Reason {
    pub(super) fn at(self, place: impl fmt::Display) -> InvalidDocument {
        InvalidDocument {
            place: place.to_string(),
            reason: self,
        }
    }
}

impl InvalidDocument {
    /// The same, seen from further out.
    pub(super) fn within(mut self, outer: impl fmt::Display) -> Self {
        self.place = if self.place.is_empty() {
            outer.to_string()
        } else {
            format!("{outer}/{}", self.place)
        };
        self
    }
}

impl<R: Into<Reason>> From<R> for InvalidDocument {
    fn from(reason: R) -> Self {
        reason.into().at("")
    }
}
