//! Purposes of one-time links.

crate::text_enum! {
    /// The purpose of a one-time link.
    pub enum LinkPurpose { Registration = "registration", Reset = "reset" }
}
