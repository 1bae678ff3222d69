//! On what terms calls are made, and with which keys.

crate::text_enum! {
    /// On what terms a call was made.
    pub enum CallKind {
        /// With a sandbox credential.
        Sandbox = "sandbox",
        Trial = "trial",
        PayPerUse = "pay-per-use",
    }
}

crate::text_enum! {
    /// Whose calls a report tells of.
    pub enum KeyKind {
        /// Those with the keys of the application, on its plan.
        Plan = "plano",
        /// Those with the keys that reach the sandbox alone.
        Test = "teste",
    }
}

impl CallKind {
    /// With which keys calls of this kind are made.
    #[must_use]
    pub const fn keys(self) -> KeyKind {
        match self {
            Self::Sandbox => KeyKind::Test,
            Self::Trial | Self::PayPerUse => KeyKind::Plan,
        }
    }
}
