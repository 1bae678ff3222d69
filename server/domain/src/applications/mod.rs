//! Applications: from draft to decision.

crate::text_enum! {
    pub enum State {
        Draft = "draft",
        Pending = "pending",
        Approved = "approved",
        Rejected = "rejected",
        Cancelled = "cancelled",
        Suspended = "suspended",
        Revoked = "revoked",
    }
}
