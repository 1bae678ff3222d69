//! Use of the APIs: quotas that hold across instances, counts, and the latest calls.

mod meter;

pub use meter::{Admission, CallRecord, Meter, QuotaState, Terms};

crate::text_enum! {
    /// On what terms a call was made.
    pub enum CallKind {
        /// With a sandbox credential.
        Sandbox = "sandbox",
        Trial = "trial",
        PayPerUse = "pay-per-use",
    }
}
