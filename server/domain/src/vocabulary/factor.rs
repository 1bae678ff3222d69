//! Second factors: whether staff needs one, and what was done to those of an account.

crate::text_enum! {
    /// Whether whoever has a role must have a second factor to use it.
    pub enum StaffFactorPolicy { Off = "off", Required = "required" }
}

crate::text_enum! {
    /// What was done to the second factors of an account, as its owner is told.
    pub enum FactorChange {
        AppAdded = "app-added",
        AppRemoved = "app-removed",
        PasskeyAdded = "passkey-added",
        PasskeyRemoved = "passkey-removed",
        RecoveryCodesMade = "recovery-codes-made",
        RecoveryCodeUsed = "recovery-code-used",
        /// Support asked that they be removed; a second person of staff has yet to agree.
        RemovalAsked = "removal-asked",
        /// Support took that back.
        RemovalWithdrawn = "removal-withdrawn",
        RemovedByStaff = "removed-by-staff",
    }
}
