//! How an API is used and paid for, and what it is about.

crate::text_enum! {
    /// How an API is used and paid for.
    pub enum Plan {
        /// For tests: so many calls in so many days.
        Trial = "trial",
        /// For production: billed by use, as contracted.
        PayPerUse = "pay-per-use",
    }
}

crate::text_enum! {
    /// What an API is about.
    pub enum Category { Identity = "identity", Credit = "credit", Relationship = "relationship" }
}
