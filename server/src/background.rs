//! What runs beside the pages: the worker, and the watch on a catalogue that others may change.

use std::{sync::Arc, time::Duration};

use domain::{
    Portal,
    jobs::Worker,
    mail::Mailer,
};
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
    /// With what brings it about.
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
    let watch = watch_catalogue(Arc::clone(portal));
    let until = shutdown.clone().begun();
    running.spawn(async move {
        tokio::select! {
            () = watch => {}
            () = until => {}
        }
    });
    running
}

/// Another instance, or the command line, may publish something.
async fn watch_catalogue(portal: Arc<Portal>) {
    let mut ticks = interval(CATALOGUE_POLL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = portal.catalogue.refresh_if_changed(&portal.db).await {
            tracing::error!(%error, "the catalogue cannot be read");
        }
    }
}
