//! Accounts: registration, one-time links, passwords, sessions.

crate::text_enum! {
    /// What a one-time link is for.
    pub enum LinkPurpose { Registration = "registration", Reset = "reset" }
}
crate::text_enum! {
    /// What a session may do: everything its person may, or set the password only.
    pub enum SessionKind { Full = "full", PasswordOnly = "password-only" }
}

pub struct PasswordHasher;
#[derive(Clone, Debug)]
pub struct CorporateMailPolicy;
