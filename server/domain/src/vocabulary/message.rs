//! Messages to support: their states, and what is done to them.

crate::text_enum! {
    /// The state of a message.
    pub enum MessageState {
        Open = "open",
        Closed = "closed",
    }
}

crate::text_enum! {
    /// What somebody in support did to a message.
    pub enum MessageAct {
        /// It is theirs to answer.
        Assigned = "assigned",
        /// It is nobody's again.
        Released = "released",
        Answered = "answered",
        Closed = "closed",
        Reopened = "reopened",
    }
}
