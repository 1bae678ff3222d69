//! The worker: does what is due, a few jobs at a time.

use std::{error::Error, pin::pin, sync::Arc, time::Duration};

use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

use super::{
    JobState,
    dispatch::{self, JobError},
    queue::{self, Claimed},
};
use crate::{DbErr, Portal, mail::Mailer};

const AT_ONCE: usize = 4;
/// Finds jobs that another process queued, and those whose time has come.
const POLL: Duration = Duration::from_secs(1);
/// Well within the lease of a claim.
const LONGEST_JOB: Duration = Duration::from_mins(2);

#[derive(Clone)]
pub struct Worker {
    portal: Arc<Portal>,
    mailer: Arc<Mailer>,
}

impl Worker {
    #[must_use]
    pub fn new(portal: Arc<Portal>, mailer: Mailer) -> Self {
        Self {
            portal,
            mailer: Arc::new(mailer),
        }
    }

    /// Works until `shutdown`, then finishes what it has begun.
    pub async fn run(&self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut busy = JoinSet::new();
        loop {
            self.take_into(&mut busy).await;
            tokio::select! {
                () = &mut shutdown => break,
                Some(_) = busy.join_next() => {}
                () = self.portal.bell.heard(), if busy.len() < AT_ONCE => {}
                () = sleep(POLL), if busy.len() < AT_ONCE => {}
            }
        }
        while busy.join_next().await.is_some() {}
    }

    /// Does all that is due now, what it leads to included, and tells how many jobs that were.
    ///
    /// # Errors
    /// When the queue cannot be read.
    pub async fn run_due(&self) -> Result<usize, DbErr> {
        let mut done = 0;
        loop {
            let claimed = queue::claim(&self.portal, AT_ONCE as u64).await?;
            if claimed.is_empty() {
                return Ok(done);
            }
            done += claimed.len();
            let mut busy = JoinSet::new();
            self.start(claimed, &mut busy);
            busy.join_all().await;
        }
    }

    async fn take_into(&self, busy: &mut JoinSet<()>) {
        let free = AT_ONCE - busy.len();
        if free == 0 {
            return;
        }
        match queue::claim(&self.portal, free as u64).await {
            Ok(claimed) => self.start(claimed, busy),
            Err(error) => tracing::error!(%error, "the queue of jobs cannot be read"),
        }
    }

    fn start(&self, claimed: Vec<Claimed>, busy: &mut JoinSet<()>) {
        for job in claimed {
            busy.spawn(self.clone().attempt(job));
        }
    }

    pub(super) async fn attempt(self, job: Claimed) {
        let work = dispatch::carry_out(&self.portal, &self.mailer, &job);
        let result = timeout(LONGEST_JOB, work).await;
        if let Err(error) = result.unwrap_or(Err(JobError::TooLong)) {
            self.put_back(&job, &error).await;
        }
    }

    async fn put_back(&self, job: &Claimed, error: &JobError) {
        let put_back = queue::fail(&self.portal, job, &error.to_string()).await;
        let cause: &dyn Error = error;
        match put_back {
            Ok(JobState::Dead) => tracing::error!(cause, "a job failed for the last time"),
            Ok(_) => tracing::warn!(cause, "a job failed and will be tried again"),
            Err(lost) => tracing::error!(cause, %lost, "a failed job could not be put back"),
        }
    }
}
