//! What runs beside the pages: the worker, the watch on a catalogue that others may change, the
//! broom, and the writing down of what was counted.

use std::{sync::Arc, time::Duration};

use domain::{
    DbErr, Portal, Scope, accounts, audit, catalogue, credentials, jobs::Worker, mail::Mailer,
    oauth, usage,
};
use tokio::{
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::{Interval, MissedTickBehavior, interval, timeout},
};

const CATALOGUE_POLL: Duration = Duration::from_secs(5);
const SWEEP: Duration = Duration::from_hours(1);
/// How long the last writing down of what was counted may take.
const LAST_COUNTS: Duration = Duration::from_secs(10);

/// Tells everything that runs to come to an end.
#[derive(Clone)]
pub struct Shutdown(watch::Receiver<bool>);

impl Shutdown {
    /// With what begins it.
    pub fn new() -> (watch::Sender<bool>, Self) {
        let (begin, watched) = watch::channel(false);
        (begin, Self(watched))
    }

    /// Waits until it begins; also when nobody is left to begin it.
    pub async fn begun(mut self) {
        let _ = self.0.wait_for(|begun| *begun).await;
    }
}

/// Starts it all; each ends with what it has begun once the shutdown begins.
pub fn start(portal: &Arc<Portal>, mailer: Mailer, shutdown: &Shutdown) -> JoinSet<()> {
    let mut running = JoinSet::new();
    let worker = Worker::new(Arc::clone(portal), mailer);
    let end = shutdown.clone().begun();
    running.spawn(async move { worker.run(end).await });
    running.spawn(until(shutdown.clone(), watch_catalogue(Arc::clone(portal))));
    running.spawn(until(shutdown.clone(), sweep(Arc::clone(portal))));
    running
}

/// Goes on until the shutdown begins.
async fn until(shutdown: Shutdown, work: impl Future<Output = ()>) {
    tokio::select! {
        () = work => {}
        () = shutdown.begun() => {}
    }
}

/// Another instance, or the command line, may publish something.
async fn watch_catalogue(portal: Arc<Portal>) {
    let mut ticks = every(CATALOGUE_POLL);
    let mut seen = None;
    loop {
        ticks.tick().await;
        if let Err(error) = refresh_unless(&mut seen, &portal).await {
            tracing::error!(%error, "the catalogue cannot be read");
        }
    }
}

/// Finished sessions, old links, forgotten failures and calls of long ago are of no use to
/// anybody; keys that are about to expire are told of.
async fn sweep(portal: Arc<Portal>) {
    let mut ticks = every(SWEEP);
    let scope = Scope::system(Arc::clone(&portal));
    loop {
        ticks.tick().await;
        if let Err(error) = credentials::tell_of_expiry(&scope).await {
            tracing::error!(%error, "nobody can be told of keys that expire");
        }
        for swept in [
            accounts::delete_stale(&portal).await,
            usage::delete_stale(&portal).await,
            oauth::delete_stale(&portal).await,
            audit::delete_stale(&portal).await,
        ] {
            if let Err(error) = swept {
                tracing::error!(%error, "what is stale cannot be deleted");
            }
        }
    }
}

/// The writing down of what was counted. It outlasts the last answer: only then does nobody
/// count any more.
pub struct Counting {
    end: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Counting {
    pub fn start(portal: &Arc<Portal>) -> Self {
        let (end, ended) = Shutdown::new();
        let task = tokio::spawn(write_counts(Arc::clone(portal), ended));
        Self { end, task }
    }

    /// Writes down the last counts and gives back what was not spent of quotas.
    pub async fn end(self) {
        self.end.send_replace(true);
        match timeout(LAST_COUNTS, self.task).await {
            Ok(Ok(())) => {}
            Ok(Err(panic)) => tracing::error!(%panic, "the last counts cannot be written"),
            Err(_) => tracing::error!("the last counts cannot be written in time"),
        }
    }
}

async fn write_counts(portal: Arc<Portal>, ended: Shutdown) {
    let mut ticks = every(usage::FLUSH_EVERY);
    loop {
        // A flush is never cut off: it would lose what it is writing.
        tokio::select! {
            _ = ticks.tick() => {}
            () = ended.clone().begun() => break,
        }
        flush(Arc::clone(&portal)).await;
    }
    if let Err(error) = portal.meter.close(&portal).await {
        tracing::error!(%error, "the last counts cannot be written");
    }
}

/// A panic ends one flush and not the counting.
async fn flush(portal: Arc<Portal>) {
    let flush = async move { portal.meter.flush(&portal).await };
    match tokio::spawn(flush).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "counts cannot be written; they are kept"),
        Err(panic) => tracing::error!(%panic, "counts cannot be written"),
    }
}

fn every(period: Duration) -> Interval {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

async fn refresh_unless(
    seen: &mut Option<catalogue::Version>,
    portal: &Portal,
) -> Result<(), DbErr> {
    // Read first: what changes while the catalogue is read is then seen the next time.
    let now = Some(catalogue::version(&portal.db).await?);
    if *seen != now {
        portal.catalogue.refresh(&portal.db).await?;
        *seen = now;
    }
    Ok(())
}
