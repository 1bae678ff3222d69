//! What a call is, as whoever asks for a program tells it.

use serde_json::Value;

/// One call of an API.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// As in HTTP: `GET`, `POST`.
    pub method: String,
    /// What follows the public URL, percent-encoded: `/contacts/v1/people?limit=10`.
    pub path_and_query: String,
    /// Without those of the token, and without `Content-Type`, which the body has.
    pub headers: Vec<(String, String)>,
    /// Left out where the method is GET or HEAD, whose requests have none (RFC 9110 §9.3.1).
    pub body: Option<Body>,
    /// What the call does, on one line: it becomes the first comment.
    pub title: String,
}

/// What a call sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// As in `Content-Type`. One that is a range, as `*/*`, gives way to that of the content.
    pub media_type: String,
    pub content: Content,
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Json(Value),
    /// Names and values, as forms of pages send them, not yet encoded.
    Form(Vec<(String, String)>),
    /// Parts of a form with files, `multipart/form-data`; of those with one name, the first.
    Multipart(Vec<Part>),
    Text(String),
    /// A file of the reader's, by the name that stands in its place.
    File(String),
}

/// A part of a form with files.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub name: String,
    pub content: PartContent,
}

/// What a part of a form holds.
#[derive(Clone, Debug, PartialEq)]
pub enum PartContent {
    Text(String),
    /// A file of the reader's, by the name that stands in its place.
    File(String),
}
