//! Forms: what was typed, what is wrong with it, and how a field looks with both.

mod confirmation;
mod day;
mod errors;
mod messages;
mod new_password;
mod onward;
mod refusal;
mod shape;
mod text_field;

pub use confirmation::{PasswordPrompt, PendingForm, confirmation_label};
pub use day::end_of_day;
pub use errors::{Errors, FieldError};
pub use messages::message;
pub use new_password::{new_password, new_password_fields, username};
pub use onward::{Onward, by_way_of, onward_field};
pub use refusal::Refusal;
pub use shape::{agreed, filled};
pub use text_field::{TextField, error_summary, field_error};
