//! Forms: what was typed, what is wrong with it, and how a field looks with both.

mod errors;
mod messages;
mod text_field;

pub use errors::{Errors, FieldError};
pub use messages::message;
pub use text_field::{TextField, field_error, error_summary};
