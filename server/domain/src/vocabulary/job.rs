//! States and lanes of jobs.

use chrono::TimeDelta;

/// How long a job is attempted: mail servers are rarely away for longer, and an older mail is of no
/// use (RFC 5321 §4.5.4.1 asks for four to five days).
pub(crate) const TRIED_FOR: TimeDelta = TimeDelta::days(5);

crate::text_enum! {
    /// A lane of jobs, which are done a few at a time, so that mails that wait for a server do not
    /// block registrations, mails to many people block no mail that somebody waits for, and receivers
    /// of webhooks that do not answer block nobody else.
    pub enum Lane { Work = "work", Mail = "mail", News = "news", Webhook = "webhook" }
}

crate::text_enum! {
    /// The state of a job. A finished job is deleted, with its personal data.
    pub enum JobState { Queued = "queued", Running = "running", Dead = "dead" }
}
