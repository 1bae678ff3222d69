//! Forms whose fields are there several times: row by row, or in each language.

pub mod field;
pub mod mistakes;
mod translations;
pub mod typed;

pub use field::{Choice, Choices, Field, FormState, Kind};
pub use mistakes::{MistakeSummary, Mistakes};
pub use translations::Translations;
pub use typed::{Typed, in_language};
