//! What the portal itself takes out of the audit trail.

crate::text_enum! {
    /// What was taken of an event.
    pub enum RemovalKind {
        /// The whole event, after its retention.
        Retention = "retention",
        /// What told of a person.
        Erasure = "erasure",
    }
}
