//! The lane of a job: mails wait for a mail server and webhooks for their receivers, all other jobs
//! wait for nobody.

use super::{Job, Lane, Mail};

impl Lane {
    pub(super) const fn of(job: &Job) -> Self {
        match job {
            Job::Mail(Mail::ApiNews { .. }) => Self::News,
            Job::Mail(_) => Self::Mail,
            Job::Deliver(_) => Self::Webhook,
            Job::Register(_) | Job::RequestReset(_) | Job::Announce(_) | Job::Publish(_) => {
                Self::Work
            }
        }
    }
}
