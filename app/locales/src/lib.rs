//! Every text people see, in the three languages of the portal, for pages and for mail.
//!
//! A text is written once with its three versions side by side; one that is missing in a
//! language, or that names a parameter it does not have, does not compile.

mod locale;
#[macro_use]
mod texts;

pub mod common;
pub mod credential;
pub mod sign_up;
pub mod layout;
pub mod flash;
pub mod fields;
pub mod errors;
pub mod mail;

pub use locale::Locale;
