//! Changes that every instance must learn of.

crate::text_enum! {
    /// The subject of a change.
    pub enum ChangeKind {
        /// An application: its state, plan, name or secrets.
        Application = "application",
        /// An access token that was revoked.
        Token = "token",
        ResourceServer = "resource-server",
        /// The keys that sign access tokens; the identifier is nil.
        SigningKeys = "signing-keys",
    }
}
