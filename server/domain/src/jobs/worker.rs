//! The worker, which does due jobs, a few of each lane at a time.

use std::{
    collections::HashSet,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{task::JoinSet, time::sleep};
use tracing::{Instrument, error_span};

use super::{
    Handlers, Lane,
    attempt::{Outcome, attempt},
    breaker::Breaker,
    claim::{self, ClaimedJob, RENEW_EVERY},
};
use crate::{
    DbErr, Portal,
    ids::{InstanceId, JobId},
};

const BATCH_SIZE: usize = 4;
/// Webhooks wait for their receivers most of the time.
const WEBHOOK_BATCH_SIZE: usize = 16;
/// How often the worker looks for jobs that another process queued, and for jobs that became due.
const POLL: Duration = Duration::from_secs(1);

#[derive(Clone)]
pub struct Worker {
    pub(super) portal: Arc<Portal>,
    pub(super) handlers: Handlers,
    pub(super) breaker: Arc<Breaker>,
    pub(super) instance: InstanceId,
    /// The running jobs, whose leases are renewed.
    held: Arc<Mutex<HashSet<JobId>>>,
}

impl Lane {
    /// How many jobs of it run at a time.
    const fn batch_size(self) -> usize {
        match self {
            Self::Work | Self::Mail | Self::News => BATCH_SIZE,
            Self::Webhook => WEBHOOK_BATCH_SIZE,
        }
    }

    const fn needs_mail_server(self) -> bool {
        matches!(self, Self::Mail | Self::News)
    }
}

/// The running jobs of each lane.
#[derive(Default)]
struct RunningJobs {
    work: JoinSet<()>,
    mail: JoinSet<()>,
    news: JoinSet<()>,
    webhook: JoinSet<()>,
}

impl RunningJobs {
    const fn lane(&mut self, lane: Lane) -> &mut JoinSet<()> {
        match lane {
            Lane::Work => &mut self.work,
            Lane::Mail => &mut self.mail,
            Lane::News => &mut self.news,
            Lane::Webhook => &mut self.webhook,
        }
    }

    /// Waits until a job ends; for ever when none is running.
    async fn any_done(&mut self) {
        tokio::select! {
            Some(_) = self.work.join_next() => {}
            Some(_) = self.mail.join_next() => {}
            Some(_) = self.news.join_next() => {}
            Some(_) = self.webhook.join_next() => {}
            else => std::future::pending().await,
        }
    }

    async fn all_done(mut self) {
        while self.work.join_next().await.is_some() {}
        while self.mail.join_next().await.is_some() {}
        while self.news.join_next().await.is_some() {}
        while self.webhook.join_next().await.is_some() {}
    }
}

impl Worker {
    #[must_use]
    pub fn new(portal: Arc<Portal>, handlers: Handlers, breaker: Arc<Breaker>) -> Self {
        Self {
            instance: portal.new_id(),
            portal,
            handlers,
            breaker,
            held: Arc::default(),
        }
    }

    /// Works until `shutdown`, then finishes the running jobs.
    pub async fn run(&self, shutdown: impl Future<Output = ()>) {
        match claim::release_abandoned(&self.portal, self.instance).await {
            Ok(0) => {}
            Ok(jobs) => tracing::info!(jobs, "jobs of an instance that is gone go on"),
            Err(error) => tracing::error!(%error, "jobs of an instance that is gone must wait"),
        }
        tokio::select! {
            () = self.work_until(shutdown) => {}
            () = self.keep_leases() => {}
        }
    }

    async fn work_until(&self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut busy = RunningJobs::default();
        loop {
            for lane in Lane::ALL {
                self.take_into(&mut busy, *lane).await;
            }
            tokio::select! {
                () = &mut shutdown => break,
                () = busy.any_done() => {}
                () = self.portal.db.job_notifier().notified() => {}
                () = sleep(POLL) => {}
            }
        }
        busy.all_done().await;
    }

    /// Renews the leases of running jobs, for ever.
    async fn keep_leases(&self) {
        loop {
            sleep(RENEW_EVERY).await;
            let held: Vec<_> = self.held().iter().copied().collect();
            if let Err(error) = claim::renew(&self.portal, self.instance, &held).await {
                tracing::error!(%error, "the leases of jobs cannot be renewed");
            }
        }
    }

    /// Does all jobs that are due now, and those that they queue; returns their number.
    ///
    /// # Errors
    /// When the queue cannot be read.
    pub async fn run_due(&self) -> Result<usize, DbErr> {
        let mut done = 0;
        loop {
            let mut busy = RunningJobs::default();
            let mut claimed = 0;
            for lane in Lane::ALL {
                let jobs = self.claim(*lane, lane.batch_size()).await?;
                claimed += jobs.len();
                self.start(jobs, busy.lane(*lane));
            }
            if claimed == 0 {
                return Ok(done);
            }
            done += claimed;
            busy.all_done().await;
        }
    }

    async fn take_into(&self, busy: &mut RunningJobs, lane: Lane) {
        let under_way = busy.lane(lane);
        let free = lane.batch_size().saturating_sub(under_way.len());
        match self.claim(lane, free).await {
            Ok(claimed) => self.start(claimed, under_way),
            Err(error) => tracing::error!(%error, "the queue of jobs cannot be read"),
        }
    }

    async fn claim(&self, lane: Lane, free: usize) -> Result<Vec<ClaimedJob>, DbErr> {
        let free = free as u64;
        let admitted = match lane {
            Lane::Work | Lane::Webhook => free,
            Lane::Mail | Lane::News => self.breaker.admits(free, self.portal.now()),
        };
        if admitted == 0 {
            return Ok(Vec::new());
        }
        let claimed = claim::claim(&self.portal, self.instance, lane, admitted).await;
        let nothing = claimed.as_ref().map_or(true, Vec::is_empty);
        if lane.needs_mail_server() && nothing {
            self.breaker.release_trial();
        }
        claimed
    }

    fn start(&self, claimed: Vec<ClaimedJob>, under_way: &mut JoinSet<()>) {
        for job in claimed {
            // The span names the job in every line that is logged meanwhile, like the span of a
            // request.
            let span = error_span!("job", job = %job.id, kind = job.kind());
            under_way.spawn(self.clone().run_attempt(job).instrument(span));
        }
    }

    /// Runs one attempt in a task of its own. The lease of a job that panics is then not renewed,
    /// so the job comes back.
    pub(super) async fn run_attempt(self, job: ClaimedJob) {
        let id = job.id;
        self.held().insert(id);
        // The set ends the attempt when this task is ended.
        let mut alone = JoinSet::new();
        alone.spawn(attempt(self.clone(), job).in_current_span());
        let attempted = alone.join_next().await;
        self.held().remove(&id);
        match attempted {
            Some(Ok(outcome)) => self.record(outcome),
            None => {}
            Some(Err(panic)) => {
                tracing::error!(%panic, "a job broke off");
                self.breaker.release_trial();
            }
        }
    }

    fn record(&self, outcome: Outcome) {
        match outcome {
            Outcome::Elsewhere => {}
            Outcome::ServerAnswered => {
                if self.breaker.record_answer() {
                    tracing::info!("the mail server takes mails again");
                    self.portal.db.job_notifier().notify();
                }
            }
            Outcome::ServerFailed(why) => {
                let (now, random) = (self.portal.now(), self.portal.random.as_ref());
                if self.breaker.record_failure(now, random) {
                    tracing::warn!(why, "the mail server cannot be used; mails wait for it");
                } else {
                    tracing::debug!(why, "the mail server cannot be used yet");
                }
            }
            Outcome::NoMail => self.breaker.release_trial(),
        }
    }

    fn held(&self) -> std::sync::MutexGuard<'_, HashSet<JobId>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
