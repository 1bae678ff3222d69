//! Where invitations to groups stand, and ownership that staff hand over.

crate::text_enum! {
    /// What became of an invitation. One that is open may still have expired.
    pub enum InvitationState {
        Open = "open",
        Accepted = "accepted",
        Declined = "declined",
        Withdrawn = "withdrawn",
        /// Another one was sent after its last day.
        Expired = "expired",
    }
}

crate::text_enum! {
    /// What became of a hand-over that somebody of staff proposed.
    pub enum HandoverState { Open = "open", Confirmed = "confirmed", Withdrawn = "withdrawn" }
}
