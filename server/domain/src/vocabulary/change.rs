//! What every instance must hear of.

crate::text_enum! {
    /// What a change is about.
    pub enum ChangeKind {
        /// An application: its state, plan, name or secrets.
        Application = "application",
        /// An access token that was revoked.
        Token = "token",
        ResourceServer = "resource-server",
        /// The keys that sign access tokens; the subject is nil.
        SigningKeys = "signing-keys",
    }
}
