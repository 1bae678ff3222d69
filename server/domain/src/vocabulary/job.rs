//! Where a job stands, and among which it waits.

use chrono::TimeDelta;

/// How long a job is tried: no mail server is away for longer, and a mail that is older tells
/// nothing new (RFC 5321 §4.5.4.1 asks for four to five days).
pub(crate) const TRIED_FOR: TimeDelta = TimeDelta::days(5);

crate::text_enum! {
    /// A line of jobs that are done a few at a time. Mails that wait for their server keep nobody
    /// from registering.
    pub enum Lane { Work = "work", Mail = "mail" }
}

crate::text_enum! {
    /// Where a job stands; a finished one is deleted, with the personal data in it.
    pub enum JobState { Queued = "queued", Running = "running", Dead = "dead" }
}
