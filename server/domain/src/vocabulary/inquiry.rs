//! What managers ask applicants before they decide.

crate::text_enum! {
    /// What became of a question.
    pub enum InquiryOutcome {
        Answered = "answered",
        /// A manager took it back.
        Withdrawn = "withdrawn",
        /// The request was decided or cancelled before it was answered.
        Closed = "closed",
    }
}
