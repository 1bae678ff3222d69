//! An `OpenAPI` document itself: read, resolved and checked, for the sandbox that answers from it
//! and for pages that show it.
//!
//! [`Document::read`] takes editions 3.0 and 3.1. Schemas are JSON Schema 2020-12, checked by the
//! crate `jsonschema`; those of 3.0 are translated first. Nothing is ever fetched: a reference
//! leads to a place within the document, or the document is refused.

mod cpf;
mod document;
mod invalid;
mod media;
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
