//! The document, and where its references lead.

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// How many references may follow each other.
const REFERENCES: usize = 16;

/// The document that is read; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Source<'d> {
    pub(super) root: &'d Value,
}

/// Where a part of the document is.
pub(super) enum Part<'d> {
    Here(&'d Value),
    /// A reference that leads to nothing in the document.
    Elsewhere(&'d str),
}

impl<'d> Source<'d> {
    pub(super) const fn new(root: &'d Value) -> Self {
        Self { root }
    }

    /// What a reference leads to within the document.
    pub(super) fn target(self, reference: &str) -> Option<&'d Value> {
        let fragment = reference.strip_prefix('#')?;
        let pointer = percent_decode_str(fragment).decode_utf8_lossy();
        self.root.pointer(&pointer)
    }

    /// A part after its references.
    pub(super) fn part(self, part: &'d Value) -> Part<'d> {
        let mut part = part;
        let mut followed = "";
        for _ in 0..REFERENCES {
            let Some(reference) = reference(part) else {
                return Part::Here(part);
            };
            followed = reference;
            match self.target(reference) {
                Some(target) => part = target,
                None => return Part::Elsewhere(reference),
            }
        }
        Part::Elsewhere(followed)
    }

    /// A part after its references, if it is in the document.
    pub(super) fn here(self, part: &'d Value) -> Option<&'d Value> {
        match self.part(part) {
            Part::Here(part) => Some(part),
            Part::Elsewhere(_) => None,
        }
    }
}

/// The reference that a part consists of.
pub(super) fn reference(part: &Value) -> Option<&str> {
    part.get("$ref").and_then(Value::as_str)
}

/// What people call the target of a reference: its last part, as in `Contact`.
pub(super) fn label(reference: &str) -> String {
    let last = reference.rsplit(['/', '#']).next().unwrap_or_default();
    let decoded = percent_decode_str(last).decode_utf8_lossy();
    decoded.replace("~1", "/").replace("~0", "~")
}
