//! The plans in which APIs are used.

crate::text_enum! {
    /// How an API is used and paid for.
    pub enum Plan {
        /// For tests: a limited number of calls in a limited number of days.
        Trial = "trial",
        /// For production: billed by use, as contracted.
        PayPerUse = "pay-per-use",
    }
}
