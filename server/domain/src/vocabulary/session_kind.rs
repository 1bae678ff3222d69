//! Kinds of sessions.

crate::text_enum! {
    /// What a session may do: everything, or only set the password.
    pub enum SessionKind { Full = "full", PasswordOnly = "password-only" }
}
