//! Forms: what was typed, what is wrong with it, and how a field looks with both.

mod confirmation;
mod day;
mod errors;
mod messages;
mod new_password;
mod refusal;
mod return_to;
pub mod rows;
mod select_field;
mod shape;
mod text_field;

pub use confirmation::{
    HiddenField, PasswordPrompt, PasswordPromptFields, PendingForm, confirmation_label,
};
pub use day::{date_time, day, end_of_day, start_of_day, typed_date_time};
pub use errors::{Errors, FieldError};
pub use messages::message;
pub use new_password::{NewPasswordFields, Username, new_password};
pub use refusal::{Refusal, RefusalAlert};
pub use return_to::{ReturnQuery, ReturnToField, keep_return_to, return_to_request};
pub use select_field::{SelectField, SelectOption};
pub use shape::{agreed, filled};
pub use text_field::{ErrorSummary, FieldKind, FieldLabel, FieldMessage, TextField};
