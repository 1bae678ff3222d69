//! Why no sandbox can be made from a document.

use std::fmt;

/// A mistake, and its place in the document.
#[derive(Debug, thiserror::Error)]
#[error("{}{reason}", prefix(place))]
pub struct InvalidDocument {
    /// Names in the document, from the outside in; empty for the whole document.
    place: String,
    #[source]
    reason: Reason,
}

#[derive(Debug, thiserror::Error)]
pub(super) enum Reason {
    #[error(transparent)]
    Document(#[from] openapi::Reason),
    #[error("{0}")]
    Path(openapi::ProblemKind),
    #[error("{0}")]
    Parameter(openapi::ProblemKind),
    #[error("{0} is no place in a request")]
    Place(String),
    #[error("the operation takes a body, and says nothing of it in JSON")]
    NoContent,
    #[error("there is no example {0}")]
    Example(String),
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
    /// Adds an outer name to the place.
    pub(super) fn within(mut self, outer: impl fmt::Display) -> Self {
        self.place = if self.place.is_empty() {
            outer.to_string()
        } else {
            format!("{outer}/{}", self.place)
        };
        self
    }
}

impl From<Reason> for InvalidDocument {
    fn from(reason: Reason) -> Self {
        reason.at("")
    }
}

impl From<openapi::Reason> for InvalidDocument {
    fn from(reason: openapi::Reason) -> Self {
        Reason::from(reason).into()
    }
}

impl From<openapi::InvalidDocument> for InvalidDocument {
    fn from(document: openapi::InvalidDocument) -> Self {
        let (place, reason) = document.into_parts();
        Reason::from(reason).at(place)
    }
}
