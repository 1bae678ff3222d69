//! Reads, resolves and checks `OpenAPI` documents, for the sandbox and for pages.
//!
//! [`Source`] reads what an operator uploads, as JSON or as YAML, and knows the place of each value.
//! [`Document::read`] accepts editions 3.0 and 3.1. Schemas are JSON Schema 2020-12, which the
//! crate `jsonschema` checks; those of 3.0 are translated. Nothing is fetched: a reference to
//! anything outside of the document is refused.

mod cpf;
mod document;
mod invalid;
mod media;
mod problem;
mod root;
mod schema;
mod source;
#[cfg(test)]
mod tests;

pub use document::{
    Document, Edition, Example, ExternalDocs, MediaType, Operation, Parameter, ParameterLocation,
    PathItem, RequestBody, Response, Server,
};
pub use invalid::{InvalidDocument, Reason};
pub use media::json_content;
pub use problem::{Expected, Position, Problem, ProblemKind, Severity, ValueType};
pub use root::check_root;
pub use schema::{Failure, Format, Schema};
pub use source::{DEPTH, NAME, SIZE, Source, TEXT, VALUES};
