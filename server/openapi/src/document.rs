//! An `OpenAPI` document and its parts.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    InvalidDocument, Reason, Schema,
    schema::{self, Schemas},
};

/// How many references may follow each other.
const REFERENCES: usize = 8;

/// An `OpenAPI` document.
///
/// It keeps the compiled schemas, so that each is compiled once.
pub struct Document {
    root: Value,
    /// The edition of the document.
    pub edition: Edition,
    /// The servers of the API; the first one names its base path.
    pub servers: Vec<Server>,
    /// The API's page.
    pub external_docs: Option<ExternalDocs>,
    /// The path items by path.
    pub paths: BTreeMap<String, PathItem>,
    schemas: RefCell<Schemas>,
}

/// The edition of a document.
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

/// A server of the API.
#[derive(Deserialize)]
pub struct Server {
    /// May be relative to the document.
    pub url: String,
}

/// A document elsewhere.
#[derive(Deserialize)]
pub struct ExternalDocs {
    /// May be relative to the document.
    pub url: String,
}

/// The operations of a path.
#[derive(Deserialize)]
pub struct PathItem {
    /// The parameters of all operations; each is a [`Parameter`] or refers to one.
    #[serde(default)]
    pub parameters: Vec<Value>,
    get: Option<Operation>,
    post: Option<Operation>,
    put: Option<Operation>,
    patch: Option<Operation>,
    delete: Option<Operation>,
}

/// The operation of a method.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// A name that is unique in the document.
    pub operation_id: String,
    /// A short description; may be empty.
    #[serde(default)]
    pub summary: String,
    /// Each is a [`Parameter`] or refers to one.
    #[serde(default)]
    pub parameters: Vec<Value>,
    /// It is a [`RequestBody`] or refers to one.
    pub request_body: Option<Value>,
    /// The responses by status; each is a [`Response`] or refers to one.
    pub responses: BTreeMap<String, Value>,
    /// All other members, such as extensions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

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
    /// For [`Document::schema`]; accepts any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// A correct value.
    pub example: Option<Value>,
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
    /// For [`Document::schema`]; accepts any value where the document has none.
    #[serde(default = "anything")]
    pub schema: Value,
    /// A correct body.
    pub example: Option<Value>,
    /// Further examples by name.
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
    /// Reads a document as JSON. Its schemas are compiled when they are needed.
    ///
    /// # Errors
    /// [`Reason::Json`] where it is no JSON or lacks parts of an `OpenAPI` document, and
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

    /// A part of the document in its type, after following references.
    ///
    /// # Errors
    /// [`Reason::Json`] where it has another type, [`Reason::Reference`] and [`Reason::Remote`]
    /// where a reference leads to nothing in the document, and [`Reason::Depth`] where too many
    /// references follow each other.
    pub fn part<T: DeserializeOwned>(&self, part: &Value) -> Result<T, InvalidDocument> {
        Ok(T::deserialize(self.resolved(part)?)?)
    }

    /// An extension of the whole document, such as `x-sandbox`; null where it has none.
    ///
    /// # Errors
    /// [`Reason::Json`] where it has another type.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.root.get(name), name)
    }

    /// Compiles a schema of the document with all that it refers to.
    ///
    /// # Errors
    /// [`Reason::Keyword`], [`Reason::Format`], [`Reason::Pattern`] and [`Reason::Schema`] where
    /// something in it is not understood, [`Reason::Reference`] and [`Reason::Remote`] where a
    /// reference leads to nothing in the document, [`Reason::Depth`] where it contains itself
    /// without end, and [`Reason::Size`] where it is too large.
    pub fn schema(&self, part: &Value) -> Result<Arc<Schema>, InvalidDocument> {
        let mut schemas = self.schemas.borrow_mut();
        schemas.compile(&self.root, self.edition, part)
    }

    /// The patterns that the compiled schemas do not check, with their places.
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
    /// The operations by method, in upper case.
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
    /// [`Reason::Json`] where it has another type, or is missing and not optional.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.others.get(name), name)
    }
}

impl Response {
    /// An extension, such as `x-remedy`.
    ///
    /// # Errors
    /// [`Reason::Json`] where it has another type, or is missing and not optional.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Result<T, InvalidDocument> {
        extension(self.others.get(name), name)
    }
}

/// Reads an extension. A missing one counts as null, which an `Option` accepts.
fn extension<T: DeserializeOwned>(found: Option<&Value>, name: &str) -> Result<T, InvalidDocument> {
    let read = T::deserialize(found.unwrap_or(&Value::Null));
    read.map_err(|error| Reason::Json(error).at(name))
}
