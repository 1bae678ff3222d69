//! A document and its parts, as they are written.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    InvalidDocument, Reason, Schema,
    schema::{self, Schemas},
};

/// How many references may lead on to another.
const REFERENCES: usize = 8;

/// An `OpenAPI` document.
///
/// It keeps the schemas that were asked for, so that each is compiled once.
pub struct Document {
    root: Value,
    /// What it is written in.
    pub edition: Edition,
    /// Where the API is; the first names its base path.
    pub servers: Vec<Server>,
    /// The API's page.
    pub external_docs: Option<ExternalDocs>,
    /// What the API has, by path.
    pub paths: BTreeMap<String, PathItem>,
    schemas: RefCell<Schemas>,
}

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// `OpenAPI` 3.0, whose schemas are its own.
    V3_0,
    /// `OpenAPI` 3.1, whose schemas are JSON Schema 2020-12.
    V3_1,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Root {
    openapi: String,
    #[serde(default)]
    servers: Vec<Server>,
    external_docs: Option<ExternalDocs>,
    paths: BTreeMap<String, PathItem>,
}

/// Where an API is.
#[derive(Deserialize)]
pub struct Server {
    /// May be relative to where the document is.
    pub url: String,
}

/// What is written elsewhere.
#[derive(Deserialize)]
pub struct ExternalDocs {
    /// May be relative to where the document is.
    pub url: String,
}

/// What may be done at a path.
#[derive(Deserialize)]
pub struct PathItem {
    /// Of all its operations; each is a [`Parameter`] or leads to one.
    #[serde(default)]
    pub parameters: Vec<Value>,
    get: Option<Operation>,
    post: Option<Operation>,
    put: Option<Operation>,
    patch: Option<Operation>,
    delete: Option<Operation>,
}

/// What a method does at a path.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// Its name, which no other operation has.
    pub operation_id: String,
    /// What it does, in a few words; may be empty.
    #[serde(default)]
    pub summary: String,
    /// Each is a [`Parameter`] or leads to one.
    #[serde(default)]
    pub parameters: Vec<Value>,
    /// Is a [`RequestBody`] or leads to one.
    pub request_body: Option<Value>,
    /// By status; each is a [`Response`] or leads to one.
    pub responses: BTreeMap<String, Value>,
    /// All its other members, such as extensions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

/// A value that stands in a path, a query, a header or a cookie.
#[derive(Deserialize)]
pub struct Parameter {
    /// As it is sent.
    pub name: String,
    /// Where it stands.
    #[serde(rename = "in")]
    pub location: ParameterLocation,
    /// Whether a call must have it.
    #[serde(default)]
    pub required: bool,
    /// Is given to [`Document::schema`]; takes any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// One that is right.
    pub example: Option<Value>,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say all there is to say")]
pub enum ParameterLocation {
    Query,
    Path,
    Header,
    Cookie,
}

/// What a call sends.
#[derive(Deserialize)]
pub struct RequestBody {
    /// Whether a call must have a body.
    #[serde(default)]
    pub required: bool,
    /// By media type.
    pub content: BTreeMap<String, MediaType>,
}

/// What a call is answered with.
#[derive(Deserialize)]
pub struct Response {
    /// What the status means here.
    pub description: String,
    /// By media type.
    #[serde(default)]
    pub content: BTreeMap<String, MediaType>,
    /// All its other members, such as extensions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

/// A body of one media type.
#[derive(Deserialize)]
pub struct MediaType {
    /// Is given to [`Document::schema`]; takes any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// One that is right.
    pub example: Option<Value>,
    /// Further ones, by name.
    #[serde(default)]
    pub examples: BTreeMap<String, Example>,
}

/// One of several examples.
#[derive(Deserialize)]
pub struct Example {
    /// The example itself.
    pub value: Value,
}

const fn anything() -> Value {
    Value::Bool(true)
}

impl Document {
    /// Reads a document, as JSON. Its schemas are looked at when they are asked for.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is no JSON or has not the parts of an `OpenAPI` document, and
    /// [`Reason::Edition`] where it is neither of 3.0 nor of 3.1.
    pub fn read(text: &str) -> Result<Self, InvalidDocument> {
        let root: Value = serde_json::from_str(text)?;
        let parts = Root::deserialize(&root)?;
        let edition = match parts.openapi.as_str() {
            edition if edition.starts_with("3.0.") => Edition::V3_0,
            edition if edition.starts_with("3.1.") => Edition::V3_1,
            _ => return Err(Reason::Edition(parts.openapi).at("openapi")),
        };
        Ok(Self {
            root,
            edition,
            servers: parts.servers,
            external_docs: parts.external_docs,
            paths: parts.paths,
            schemas: RefCell::default(),
        })
    }

    /// A part of the document as what it is: itself, or the one that it refers to.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is not what is asked for, [`Reason::Reference`] and
    /// [`Reason::Remote`] where a reference leads to nothing here, and [`Reason::Depth`] where
    /// references lead on and on.
    pub fn part<T: DeserializeOwned>(&self, part: &Value) -> Result<T, InvalidDocument> {
        Ok(T::deserialize(self.resolved(part)?)?)
    }

    /// An extension of the document as a whole, such as `x-sandbox`; a null where it has none.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is not what is asked for.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.root.get(name), name)
    }

    /// A schema of the document, with all that it refers to, ready to check values.
    ///
    /// # Errors
    /// [`Reason::Keyword`], [`Reason::Format`], [`Reason::Pattern`] and [`Reason::Schema`] where
    /// something in it is not understood, [`Reason::Reference`] and [`Reason::Remote`] where a
    /// reference leads to nothing here, [`Reason::Depth`] where it contains itself without end,
    /// and [`Reason::Size`] where too much belongs to it.
    pub fn schema(&self, part: &Value) -> Result<Arc<Schema>, InvalidDocument> {
        let mut schemas = self.schemas.borrow_mut();
        schemas.compile(&self.root, self.edition, part)
    }

    /// What was passed over in the schemas that were asked for, with its place.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.schemas.borrow().warnings.clone()
    }

    fn resolved<'d>(&'d self, part: &'d Value) -> Result<&'d Value, Reason> {
        let mut part = part;
        for _ in 0..REFERENCES {
            let Some(reference) = part.get("$ref").and_then(Value::as_str) else {
                return Ok(part);
            };
            part = schema::target(&self.root, reference)?.1;
        }
        Err(Reason::Depth)
    }
}

impl PathItem {
    /// Its operations, by method in upper case.
    pub fn operations(&self) -> impl Iterator<Item = (&'static str, &Operation)> {
        [
            ("GET", &self.get),
            ("POST", &self.post),
            ("PUT", &self.put),
            ("PATCH", &self.patch),
            ("DELETE", &self.delete),
        ]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
    }
}

impl Operation {
    /// An extension, such as `x-sandbox`.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is not what is asked for, or missing and not optional.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.others.get(name), name)
    }
}

impl Response {
    /// An extension, such as `x-remedy`.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is not what is asked for, or missing and not optional.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.others.get(name), name)
    }
}

/// Missing is as if null were written, which an `Option` takes.
fn extension<T: DeserializeOwned>(found: Option<&Value>, name: &str) -> Result<T, InvalidDocument> {
    let read = T::deserialize(found.unwrap_or(&Value::Null));
    read.map_err(|error| Reason::Json(error).at(name))
}
