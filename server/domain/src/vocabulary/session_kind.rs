//! Kinds of sessions.

crate::text_enum! {
    /// What a session may do: everything, or only one thing.
    pub enum SessionKind {
        Full = "full",
        /// A link opened it; it may set the password.
        PasswordOnly = "password-only",
        /// The right password opened it; it may give the second factor.
        AwaitingFactor = "awaiting-factor",
    }
}
