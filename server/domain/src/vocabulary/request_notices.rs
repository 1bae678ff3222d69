//! How contract managers are told of requests.

crate::text_enum! {
    /// Which mails a contract manager gets about requests that wait.
    pub enum RequestNotices {
        /// One for each request; of many at once, one for all.
        Each = "each",
        /// One a day, with all that came.
        Digest = "digest",
        Nothing = "nothing",
    }
}
