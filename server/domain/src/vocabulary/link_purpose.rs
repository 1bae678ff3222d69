//! What a one-time link is for.

crate::text_enum! {
    /// What a one-time link is for.
    pub enum LinkPurpose { Registration = "registration", Reset = "reset" }
}
