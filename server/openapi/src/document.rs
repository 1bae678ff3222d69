//! An `OpenAPI` document and its parts.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    InvalidDocument, Reason, Schema,
    schema::{self, Schemas},
};

/// How many references may follow each other.
pub(crate) const REFERENCES: usize = 8;

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

/// A text of an annotation, which may be anything.
fn text<'d, D: Deserializer<'d>>(deserializer: D) -> Result<String, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The edition of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    #[serde(default)]
    paths: Map<String, Value>,
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
    /// The parameters of all operations; each is a [`Parameter`](super::Parameter) or refers to one.
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
    /// A name that is unique in the document; method and path where it has none.
    #[serde(default)]
    pub operation_id: String,
    /// A short description; empty where there is no text.
    #[serde(default, deserialize_with = "text")]
    pub summary: String,
    /// Each is a [`Parameter`](super::Parameter) or refers to one.
    #[serde(default)]
    pub parameters: Vec<Value>,
    /// It is a [`RequestBody`](super::RequestBody) or refers to one.
    pub request_body: Option<Value>,
    /// The responses by status; each is a [`Response`](super::Response) or refers to one.
    #[serde(default)]
    pub responses: BTreeMap<String, Value>,
    /// All other members, such as extensions.
    #[serde(flatten)]
    pub others: Map<String, Value>,
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
        let edition = Edition::named(&parts.openapi).map_err(|reason| reason.at("openapi"))?;
        let paths = parts.paths.iter().filter(|(path, _)| path.starts_with('/'));
        let paths = paths.map(|(path, item)| Ok((path.clone(), path_item(&root, path, item)?)));
        let paths = paths.collect::<Result<_, InvalidDocument>>()?;
        Ok(Self {
            edition,
            servers: parts.servers,
            external_docs: parts.external_docs,
            paths,
            schemas: RefCell::default(),
            root,
        })
    }

    /// A part of the document in its type, after following references.
    ///
    /// # Errors
    /// [`Reason::Json`] where it has another type, [`Reason::Reference`] and [`Reason::Remote`]
    /// where a reference leads to nothing in the document, and [`Reason::Depth`] where too many
    /// references follow each other.
    pub fn part<T: DeserializeOwned>(&self, part: &Value) -> Result<T, InvalidDocument> {
        Ok(T::deserialize(resolved(&self.root, part)?)?)
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
    /// [`Reason::Schema`] where it is none, [`Reason::Reference`] and [`Reason::Remote`] where a
    /// reference leads to nothing in the document, [`Reason::Depth`] where it contains itself
    /// without end, and [`Reason::Size`] where the schemas so far are too large together.
    pub fn schema(&self, part: &Value) -> Result<Arc<Schema>, InvalidDocument> {
        let mut schemas = self.schemas.borrow_mut();
        schemas.compile(&self.root, self.edition, part)
    }

    /// The keywords and patterns that the compiled schemas do not check, with their places.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.schemas.borrow().warnings.clone()
    }
}

/// What a part is, after following references.
fn resolved<'d>(root: &'d Value, part: &'d Value) -> Result<&'d Value, Reason> {
    let mut part = part;
    for _ in 0..REFERENCES {
        let Some(reference) = part.get("$ref").and_then(Value::as_str) else {
            return Ok(part);
        };
        part = schema::target(root, reference)?.1;
    }
    Err(Reason::Depth)
}

fn path_item(root: &Value, path: &str, item: &Value) -> Result<PathItem, InvalidDocument> {
    let place = |error: InvalidDocument| error.within(format!("paths/{path}"));
    let item = resolved(root, item).map_err(|reason| place(reason.into()))?;
    let item = PathItem::deserialize(item).map_err(|error| place(Reason::Json(error).into()));
    let mut item = item?;
    for (method, operation) in item.operations_mut() {
        if operation.operation_id.is_empty() {
            operation.operation_id = format!("{method} {path}");
        }
    }
    Ok(item)
}

impl Edition {
    /// The edition that a document names.
    pub(crate) fn named(version: &str) -> Result<Self, Reason> {
        match version {
            "3.0" => Ok(Self::V3_0),
            "3.1" => Ok(Self::V3_1),
            version if version.starts_with("3.0.") => Ok(Self::V3_0),
            version if version.starts_with("3.1.") => Ok(Self::V3_1),
            _ => Err(Reason::Edition(version.to_owned())),
        }
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

    fn operations_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Operation)> {
        [
            ("GET", &mut self.get),
            ("POST", &mut self.post),
            ("PUT", &mut self.put),
            ("PATCH", &mut self.patch),
            ("DELETE", &mut self.delete),
        ]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
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

/// Reads an extension. A missing one counts as null, which an `Option` accepts.
pub(crate) fn extension<T: DeserializeOwned>(
    found: Option<&Value>,
    name: &str,
) -> Result<T, InvalidDocument> {
    let read = T::deserialize(found.unwrap_or(&Value::Null));
    read.map_err(|error| Reason::Json(error).at(name))
}
