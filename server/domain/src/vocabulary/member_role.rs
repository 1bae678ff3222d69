//! Roles in groups.

crate::text_enum! {
    /// The role of a person in a group.
    pub enum MemberRole { Owner = "owner", Member = "member" }
}
