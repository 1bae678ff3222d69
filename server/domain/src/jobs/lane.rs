//! What kind of work waits: mails wait for a mail server, all else for nobody.

use super::Job;

crate::text_enum! {
    /// A line of jobs that are done a few at a time. Mails that wait for their server keep nobody
    /// from registering.
    pub enum Lane { Work = "work", Mail = "mail" }
}

impl Lane {
    pub(super) const fn of(job: &Job) -> Self {
        match job {
            Job::Mail(_) => Self::Mail,
            Job::Register { .. } | Job::RequestReset { .. } => Self::Work,
        }
    }
}
