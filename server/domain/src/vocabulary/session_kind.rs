//! What a session is good for.

crate::text_enum! {
    /// What a session may do: everything its person may, or set the password only.
    pub enum SessionKind { Full = "full", PasswordOnly = "password-only" }
}
