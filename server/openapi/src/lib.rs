//! Reads, resolves and checks `OpenAPI` documents, for the sandbox and for pages.
//!
//! [`Document::read`] accepts editions 3.0 and 3.1. Schemas are JSON Schema 2020-12, which the
//! crate `jsonschema` checks; those of 3.0 are translated. Nothing is fetched: a reference to
//! anything outside of the document is refused. [`reference`] reads any document for a page.

mod cpf;
mod document;
mod invalid;
mod media;
pub mod reference;
mod root;
mod schema;
#[cfg(test)]
mod tests;

pub use document::{
    Document, Edition, Example, ExternalDocs, MediaType, Operation, Parameter, ParameterLocation,
    PathItem, RequestBody, Response, Server,
};
pub use invalid::{InvalidDocument, Reason};
pub use media::json_content;
pub use root::check_root;
pub use schema::{Failure, Format, Schema};
