//! The parts of operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{InvalidDocument, document::extension};

/// A value in a path, a query, a header or a cookie.
#[derive(Deserialize)]
pub struct Parameter {
    /// Its name in a call.
    pub name: String,
    /// Its place in a call.
    #[serde(rename = "in")]
    pub location: ParameterLocation,
    /// Whether a call must have it.
    #[serde(default)]
    pub required: bool,
    /// For [`Document::schema`](super::Document::schema); accepts any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// A correct value.
    pub example: Option<Value>,
    /// The name of a style; see [`Parameter::serialization`].
    pub style: Option<String>,
    /// Whether each item or member is written by itself.
    pub explode: Option<bool>,
    /// Whether reserved characters stand as they are, a plus sign among them.
    #[serde(default, rename = "allowReserved")]
    pub allow_reserved: bool,
    /// Whether it may be there without a value, whatever its schema says.
    #[serde(default, rename = "allowEmptyValue")]
    pub allow_empty_value: bool,
    /// In place of a schema: content of one media type.
    pub content: Option<BTreeMap<String, MediaType>>,
}

/// The place of a parameter.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say all there is to say")]
pub enum ParameterLocation {
    Query,
    Path,
    Header,
    Cookie,
}

/// The body of a call.
#[derive(Deserialize)]
pub struct RequestBody {
    /// Whether a call must have a body.
    #[serde(default)]
    pub required: bool,
    /// The content by media type.
    pub content: BTreeMap<String, MediaType>,
}

/// The response to a call.
#[derive(Deserialize)]
pub struct Response {
    /// The meaning of the status.
    pub description: String,
    /// The content by media type.
    #[serde(default)]
    pub content: BTreeMap<String, MediaType>,
    /// All other members, such as extensions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

/// A body of one media type.
#[derive(Deserialize)]
pub struct MediaType {
    /// For [`Document::schema`](super::Document::schema); accepts any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// A correct body.
    pub example: Option<Value>,
    /// Further examples by name; each is an [`Example`] or refers to one.
    #[serde(default)]
    pub examples: BTreeMap<String, Value>,
}

/// One of several examples.
#[derive(Deserialize)]
pub struct Example {
    /// The example itself; `None` where it is elsewhere.
    #[serde(default, deserialize_with = "present")]
    pub value: Option<Value>,
}

const fn anything() -> Value {
    Value::Bool(true)
}

/// A value that is there, also where it is null.
fn present<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Response {
    /// An extension, such as `x-remedy`.
    ///
    /// # Errors
    /// [`Reason::Json`](super::Reason::Json) where it has another type, or is missing and not optional.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.others.get(name), name)
    }
}
