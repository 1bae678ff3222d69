//! Reads, resolves and checks `OpenAPI` documents, for the sandbox and for pages.
//!
//! [`Source`] reads what an operator uploads, and [`check()`] tells all that is wrong with it or not
//! obeyed, by the one [`table`] of all constructs. [`Document::read`] takes what passed, of editions
//! 3.0 and 3.1. Schemas are JSON Schema 2020-12, which the crate `jsonschema` checks; those of 3.0
//! are translated. Nothing is fetched: a reference to anything outside of the document is refused.
//! [`mod@reference`] reads any document for a page.

mod check;
mod compare;
mod cpf;
mod document;
mod invalid;
mod media;
mod parameter;
mod parts;
mod path;
mod problem;
pub mod reference;
mod root;
mod schema;
mod source;
pub mod table;
#[cfg(test)]
mod tests;

pub use check::{MAX_PROBLEMS, Report, check};
pub use compare::{Break, BreakKind, MAX_BREAKS, breaking};
pub use document::{Document, Edition, ExternalDocs, Operation, PathItem, Server};
pub use invalid::{InvalidDocument, Reason};
pub use media::json_content;
pub use parameter::{Serialization, Style};
pub use parts::{Example, MediaType, Parameter, ParameterLocation, RequestBody, Response};
pub use path::PathTemplate;
pub use problem::{Expected, Position, Problem, ProblemKind, Severity, ValueType};
pub use root::check_root;
pub use schema::{Failure, Format, Schema};
pub use source::{DEPTH, NAME, SIZE, Source, TEXT, VALUES};
