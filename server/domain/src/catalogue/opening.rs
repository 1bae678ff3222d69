//! What opens an API to programs.

crate::text_enum! {
    #[derive(Default)]
    pub enum OpenedBy {
        /// An approved request for one of its plans.
        #[default]
        Plans = "plans",
        /// A token of a client with a scope of the portal: so it is with the portal's own API alone.
        PortalTokens = "portal-tokens",
    }
}

impl OpenedBy {
    /// Whether plans do, as with every API but the portal's own.
    #[must_use]
    pub const fn is_plans(&self) -> bool {
        matches!(self, Self::Plans)
    }
}
