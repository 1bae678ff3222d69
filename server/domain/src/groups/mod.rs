//! Permission groups: the people of a company who share access.

crate::text_enum! {
    pub enum MemberRole { Owner = "owner", Member = "member" }
}
