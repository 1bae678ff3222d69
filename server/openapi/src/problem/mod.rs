//! What is wrong with a document, or not obeyed, and where.

mod kind;
mod words;

use std::fmt;

use serde_json::Value;

pub use kind::ProblemKind;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
}

/// Something in a document that an operator should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A JSON pointer; empty for the whole document.
    pub place: String,
    /// `None` where it is about the whole text.
    pub position: Option<Position>,
    /// Whether the document is refused because of it.
    pub severity: Severity,
    /// What it is.
    pub kind: ProblemKind,
}

/// What follows from a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is not taken.
    Refused,
    /// The document is taken; this part of it is not obeyed.
    Ignored,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are those of JSON")]
pub enum ValueType {
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}

/// What a value should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Of this type.
    A(ValueType),
    /// A whole number, not below zero.
    Count,
    /// A list of texts.
    Texts,
    /// A text, or a list of them.
    TextOrTexts,
    /// A schema: an object, true or false.
    Schema,
}

/// How many bytes of a place, and of a text of the document, a problem has at most.
const PLACE: usize = 2_000;
const TEXT: usize = 300;

impl Problem {
    /// A problem, with its texts in such lengths as people read.
    pub(crate) fn new(
        mut place: String,
        position: Option<Position>,
        severity: Severity,
        mut kind: ProblemKind,
    ) -> Self {
        shorten(&mut place, PLACE);
        if let Some(text) = kind.text_mut() {
            shorten(text, TEXT);
        }
        Self {
            place,
            position,
            severity,
            kind,
        }
    }
}

fn shorten(text: &mut String, limit: usize) {
    if text.len() > limit {
        text.truncate(text.floor_char_boundary(limit));
        text.push('…');
    }
}

impl ValueType {
    /// The type of a value.
    #[must_use]
    pub const fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "nothing",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::A(known) => known.fmt(f),
            Self::Count => f.write_str("a whole number, not below zero"),
            Self::Texts => f.write_str("a list of texts"),
            Self::TextOrTexts => f.write_str("a text or a list of texts"),
            Self::Schema => f.write_str("a schema"),
        }
    }
}

/// The place, and what the problem is.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column }) = self.position {
            write!(f, "line {line}, column {column}: ")?;
        }
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}
