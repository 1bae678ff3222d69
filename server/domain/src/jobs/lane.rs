//! The lane of a job: mails wait for a mail server, all other jobs do not.

use super::{Job, Lane, Mail};

impl Lane {
    pub(super) const fn of(job: &Job) -> Self {
        match job {
            Job::Mail(Mail::ApiNews { .. }) => Self::News,
            Job::Mail(_) => Self::Mail,
            Job::Register(_) | Job::RequestReset(_) | Job::Announce(_) => Self::Work,
        }
    }
}
