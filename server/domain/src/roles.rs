//! What staff may do beyond what every member may.

crate::text_enum! {
    /// A role that is given to an account. Being a member needs none.
    pub enum Role {
        ContractManager = "contract-manager",
        Support = "support",
        Administrator = "administrator",
    }
}
