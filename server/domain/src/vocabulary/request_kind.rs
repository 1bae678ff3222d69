//! Kinds of requests.

crate::text_enum! {
    /// What a request asks for.
    pub enum RequestKind {
        /// A new application, which gets the identifier of the request.
        Access = "access",
        /// Another plan for an existing application.
        PlanChange = "plan-change",
    }
}
