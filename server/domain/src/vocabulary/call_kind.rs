//! Kinds of calls, and of the keys that they are made with.

use super::Plan;

crate::text_enum! {
    /// The kind of a call.
    pub enum CallKind {
        /// A call with a sandbox credential.
        Sandbox = "sandbox",
        Trial = "trial",
        PayPerUse = "pay-per-use",
    }
}

crate::text_enum! {
    /// The keys whose calls a report covers.
    pub enum KeyKind {
        /// The keys of the application, on its plan.
        Plan = "plano",
        /// The keys that work in the sandbox only.
        Test = "teste",
    }
}

impl From<Plan> for CallKind {
    /// The kind of calls with the keys of an application on this plan.
    fn from(plan: Plan) -> Self {
        match plan {
            Plan::Trial => Self::Trial,
            Plan::PayPerUse => Self::PayPerUse,
        }
    }
}

impl CallKind {
    /// The keys that calls of this kind are made with.
    #[must_use]
    pub const fn keys(self) -> KeyKind {
        match self {
            Self::Sandbox => KeyKind::Test,
            Self::Trial | Self::PayPerUse => KeyKind::Plan,
        }
    }
}
