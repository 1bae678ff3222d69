//! What kind of work waits: mails wait for a mail server, all else for nobody.

use super::{Job, Lane};

impl Lane {
    pub(super) const fn of(job: &Job) -> Self {
        match job {
            Job::Mail(_) => Self::Mail,
            Job::Register(_) | Job::RequestReset(_) => Self::Work,
        }
    }
}
