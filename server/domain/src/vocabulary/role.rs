//! Roles of staff.

crate::text_enum! {
    /// A role that an account may have. Members need none.
    pub enum Role {
        ContractManager = "contract-manager",
        Support = "support",
        Administrator = "administrator",
    }
}
