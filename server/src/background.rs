//! What runs beside the pages: the worker, and the watch on a catalogue that others may change.

use std::{sync::Arc, time::Duration};

use domain::{DbErr, Portal, catalogue, jobs::Worker, mail::Mailer};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

const CATALOGUE_POLL: Duration = Duration::from_secs(5);

/// Tells everything that runs to come to an end.
#[derive(Clone)]
pub struct Shutdown(watch::Receiver<bool>);

impl Shutdown {
    /// With what begins it.
    pub fn new() -> (watch::Sender<bool>, Self) {
        let (begin, begun) = watch::channel(false);
        (begin, Self(begun))
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
    let until = shutdown.clone().begun();
    running.spawn(async move { worker.run(until).await });
    running.spawn(watch_catalogue(Arc::clone(portal), shutdown.clone()));
    running
}

/// Another instance, or the command line, may publish something.
async fn watch_catalogue(portal: Arc<Portal>, shutdown: Shutdown) {
    let refresh = async {
        let mut ticks = interval(CATALOGUE_POLL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut seen = None;
        loop {
            ticks.tick().await;
            if let Err(error) = refresh_unless(&mut seen, &portal).await {
                tracing::error!(%error, "the catalogue cannot be read");
            }
        }
    };
    tokio::select! {
        () = refresh => {}
        () = shutdown.begun() => {}
    }
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
