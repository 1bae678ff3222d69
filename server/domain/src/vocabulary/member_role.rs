//! What a person is in a group.

crate::text_enum! {
    /// What a person may do in a group.
    pub enum MemberRole { Owner = "owner", Member = "member" }
}
