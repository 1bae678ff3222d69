//! Accounts: registration, one-time links, passwords, sessions, and who helps with them.

pub mod corporate_mail;
mod email;
mod password_hasher;

pub use corporate_mail::{CorporateMailMode, CorporateMailPolicy};
pub use email::{Email, EmailError};
pub use password_hasher::{Busy, HashCost, PasswordHasher};
pub use registration::{Consent, Registration};

mod registration;
mod text_form;

crate::text_enum! {
    /// What a one-time link is for.
    pub enum LinkPurpose { Registration = "registration", Reset = "reset" }
}
crate::text_enum! {
    /// What a session may do: everything its person may, or set the password only.
    pub enum SessionKind { Full = "full", PasswordOnly = "password-only" }
}
