//! What a document tells, besides its schemas.

use serde_json::Value;

use super::{NamedSchema, Need, Schema, Scheme, Text};

/// All that a page tells of an API.
#[derive(Clone, Debug)]
pub struct Reference {
    pub info: Info,
    /// The tags that the document declares, in its order, and then those that operations use.
    pub tags: Vec<Tag>,
    /// All operations, in the document's order.
    pub operations: Vec<Operation>,
    /// What the API calls at its users'; the path is the name of the webhook.
    pub webhooks: Vec<Operation>,
    /// How callers may prove who they are.
    pub schemes: Vec<Scheme>,
    /// The schemas that links lead to.
    pub schemas: Vec<NamedSchema>,
    /// The paths that another document describes.
    pub elsewhere: Vec<Elsewhere>,
}

/// What the document is about.
#[derive(Clone, Debug)]
pub struct Info {
    pub title: Text,
    pub version: String,
    pub summary: Text,
    /// In Markdown.
    pub description: Text,
    pub terms_of_service: Option<String>,
    pub license: Option<License>,
}

/// The licence of the API.
#[derive(Clone, Debug)]
pub struct License {
    pub name: String,
    pub url: Option<String>,
}

/// What groups operations.
#[derive(Clone, Debug)]
pub struct Tag {
    /// As operations name it.
    pub name: String,
    /// As people read it.
    pub title: Text,
    /// For its anchor; unique among tags.
    pub slug: String,
    /// In Markdown.
    pub description: Text,
}

/// A tag with the operations that name it first. Those without a tag have none.
#[derive(Clone, Debug)]
pub struct Section<'r> {
    pub tag: Option<&'r Tag>,
    pub operations: Vec<&'r Operation>,
}

/// A path that is described in another document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub path: String,
    pub reference: String,
}

/// A call that can be made.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: Option<String>,
    /// For its anchor and its address. It is unique among operations, the same whenever the document
    /// is read, and has at least one `-`.
    pub slug: String,
    /// In upper case.
    pub method: String,
    /// A template, as in `/contacts/{id}`.
    pub path: String,
    /// May be empty; see [`Operation::title`].
    pub summary: Text,
    /// In Markdown.
    pub description: Text,
    pub deprecated: bool,
    pub tags: Vec<String>,
    /// Each is enough by itself. An empty one says that a call needs nothing.
    pub security: Vec<Vec<Need>>,
    /// Those of the path and its own, in the order of [`Place`].
    pub parameters: Vec<Parameter>,
    pub body: Option<RequestBody>,
    /// In the document's order.
    pub responses: Vec<Response>,
    /// What the API calls back; the path is an expression.
    pub callbacks: Vec<Operation>,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// A value in a path, a query, a header or a cookie.
#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: String,
    pub place: Place,
    pub required: bool,
    pub deprecated: bool,
    /// In Markdown.
    pub description: Text,
    pub schema: Schema,
    /// How lists and objects are written.
    pub style: ParameterStyle,
    /// Where it is written as this media type, such as `application/json`.
    pub media_type: Option<String>,
    /// The first is that of [`Operation::example_call`].
    pub examples: Vec<Example>,
    /// A reference to a parameter of another document; the name is then a part of it.
    pub elsewhere: Option<String>,
}

/// How lists and objects are written (`OpenAPI` 3.1.1 §4.8.12.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterStyle {
    /// Such as `form`, `simple` or `deepObject`.
    pub name: String,
    /// Whether each item or member is written by itself.
    pub explode: bool,
}

/// The body of a call.
#[derive(Clone, Debug)]
pub struct RequestBody {
    pub required: bool,
    /// In Markdown.
    pub description: Text,
    /// One for each media type.
    pub bodies: Vec<Body>,
    /// A reference to another document.
    pub elsewhere: Option<String>,
}

/// A body of one media type.
#[derive(Clone, Debug)]
pub struct Body {
    pub media_type: String,
    pub schema: Schema,
    /// The status of the response that has the same schema unfolded; this one is then not.
    pub same_as: Option<String>,
    /// The given ones, or else one that is made from the schema.
    pub examples: Vec<Example>,
}

/// A correct value.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Empty for the only one.
    pub name: String,
    pub summary: Text,
    /// In Markdown.
    pub description: Text,
    pub value: ExampleValue,
    /// Whether it is made from the schema. Otherwise the document gives it.
    pub is_made: bool,
}

/// The value of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum ExampleValue {
    Json(Value),
    /// As it is sent, where that is no JSON.
    Text(String),
    /// Where the example is found.
    Address(String),
}

/// The answer to a call.
#[derive(Clone, Debug)]
pub struct Response {
    /// Such as `200`, `4XX` or `default`.
    pub status: String,
    /// In Markdown.
    pub description: Text,
    pub headers: Vec<Header>,
    /// One for each media type.
    pub bodies: Vec<Body>,
    /// A reference to another document.
    pub elsewhere: Option<String>,
}

/// A header of a response.
#[derive(Clone, Debug)]
pub struct Header {
    pub name: String,
    pub required: bool,
    pub deprecated: bool,
    /// In Markdown.
    pub description: Text,
    pub schema: Schema,
}

impl Operation {
    /// What people call it: its summary, or else its identifier, or else its path.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        let summary = self.summary.in_language(language);
        let summary = (!summary.is_empty()).then_some(summary);
        summary.or(self.id.as_deref()).unwrap_or(self.path.as_str())
    }
}

impl Response {
    /// Whether it is one of those that callers hope for.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status.starts_with('2')
    }
}

impl Example {
    /// As it is sent or shown; `None` where it is found at an address.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match &self.value {
            ExampleValue::Json(value) => serde_json::to_string_pretty(value).ok(),
            ExampleValue::Text(text) => Some(text.clone()),
            ExampleValue::Address(_) => None,
        }
    }
}

impl Parameter {
    /// A correct value, or else an empty text.
    #[must_use]
    pub fn example_or_empty(&self) -> Value {
        self.example().cloned().unwrap_or_else(|| {
            let text = self.examples.first().and_then(Example::text);
            Value::String(text.unwrap_or_default())
        })
    }

    /// A correct value.
    #[must_use]
    pub fn example(&self) -> Option<&Value> {
        self.examples
            .iter()
            .find_map(|example| match &example.value {
                ExampleValue::Json(value) => Some(value),
                _ => None,
            })
    }
}
