//! What runs beside the pages: the worker, the watch on a catalogue that others may change, and
//! the broom.

use std::{sync::Arc, time::Duration};

use domain::{DbErr, Portal, accounts, catalogue, jobs::Worker, mail::Mailer};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Interval, MissedTickBehavior, interval},
};

const CATALOGUE_POLL: Duration = Duration::from_secs(5);
const SWEEP: Duration = Duration::from_hours(1);

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

/// Finished sessions, old links and forgotten failures are of no use to anybody.
async fn sweep(portal: Arc<Portal>) {
    let mut ticks = every(SWEEP);
    loop {
        ticks.tick().await;
        if let Err(error) = accounts::delete_stale(&portal).await {
            tracing::error!(%error, "what is stale cannot be deleted");
        }
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
