//! What a request asks for.

crate::text_enum! {
    /// What a request asks for.
    pub enum RequestKind {
        /// An application, which has the identifier of the request.
        Access = "access",
        /// Another plan for an application that there is.
        PlanChange = "plan-change",
    }
}
