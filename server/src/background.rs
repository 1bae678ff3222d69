//! Background work: the worker, the refresh of the catalogue, the clean-up, and the writing of
//! counts.

use std::{sync::Arc, time::Duration};

use domain::{
    DbErr, Services, accounts, approvals, audit, catalogue, clients, credentials, groups,
    idempotency, jobs::Worker, messages, oauth, requests, security, subscriptions, usage, webhooks,
};
use tokio::{
    task::{JoinHandle, JoinSet},
    time::{Interval, MissedTickBehavior, interval, timeout},
};
use tokio_util::sync::CancellationToken;

const CATALOGUE_INTERVAL: Duration = Duration::from_secs(5);
const INCIDENT_INTERVAL: Duration = Duration::from_mins(1);
const CLEANUP_INTERVAL: Duration = Duration::from_hours(1);
const SEAL_INTERVAL: Duration = Duration::from_secs(2);
const WRITE_INTERVAL: Duration = Duration::from_secs(2);
/// How long writing the last counts may take.
const LAST_COUNTS_TIMEOUT: Duration = Duration::from_secs(10);

/// Starts all background work. Each part finishes what it has begun once the shutdown begins.
pub fn start(
    services: &Arc<Services>,
    worker: Worker,
    shutdown: &CancellationToken,
) -> JoinSet<()> {
    let mut running = JoinSet::new();
    let end = shutdown.clone().cancelled_owned();
    running.spawn(async move { worker.run(end).await });
    running.spawn(until(
        shutdown.clone(),
        watch_catalogue(Arc::clone(services)),
    ));
    running.spawn(until(shutdown.clone(), clean_up(Arc::clone(services))));
    running.spawn(until(shutdown.clone(), seal_trail(Arc::clone(services))));
    running.spawn(write_incidents(Arc::clone(services), shutdown.clone()));
    running.spawn(until(shutdown.clone(), try_to_write(Arc::clone(services))));
    running
}

/// Runs work until the shutdown begins.
pub async fn until(shutdown: CancellationToken, work: impl Future<Output = ()>) {
    shutdown.run_until_cancelled_owned(work).await;
}

/// Refreshes the catalogue, which another instance or the command line may change, and the
/// incidents.
async fn watch_catalogue(services: Arc<Services>) {
    let mut ticks = every(CATALOGUE_INTERVAL);
    let mut seen = None;
    loop {
        ticks.tick().await;
        if let Err(error) = refresh_unless(&mut seen, &services).await {
            tracing::error!(%error, "the catalogue cannot be read");
        }
        if let Err(error) = services.status.refresh(&services.portal.db).await {
            tracing::error!(%error, "the incidents cannot be read");
        }
        let portal = &services.portal;
        if let Err(error) = portal.runtime.refresh(&portal.db).await {
            tracing::error!(%error, "the settings cannot be read");
        }
        match catalogue::retire_ended(&services.system(), &services.catalogue).await {
            Ok(0) => {}
            Ok(apis) => tracing::info!(apis, "the last day of deprecated APIs is over"),
            Err(error) => tracing::error!(%error, "no API can be retired"),
        }
    }
}

/// Takes what the audit trail got into its chain.
async fn seal_trail(services: Arc<Services>) {
    let mut ticks = every(SEAL_INTERVAL);
    loop {
        ticks.tick().await;
        if let Err(error) = audit::seal(&services.portal, &services.vault).await {
            tracing::error!(%error, "the audit trail cannot be sealed");
        }
    }
}

/// Tries to write after a write has failed. Without it, an instance that gets no requests would not
/// notice that there is space again.
async fn try_to_write(services: Arc<Services>) {
    let mut ticks = every(WRITE_INTERVAL);
    loop {
        ticks.tick().await;
        if services.portal.db.last_write().is_none() {
            continue;
        }
        match domain::try_to_write(&services.portal.db).await {
            Ok(()) => tracing::info!("the database can be written again"),
            Err(error) => tracing::error!(%error, "the database cannot be written"),
        }
    }
}

/// Deletes rows that are not needed any more, notifies groups of keys that will expire, and people
/// of contracts and APIs that will end, and suspends applications whose contract is over.
async fn clean_up(services: Arc<Services>) {
    let mut ticks = every(CLEANUP_INTERVAL);
    let (portal, scope) = (&services.portal, services.system());
    loop {
        ticks.tick().await;
        if let Err(error) = domain::correct_future_times(portal).await {
            tracing::error!(%error, "what a clock that ran ahead left cannot be mended");
        }
        if let Err(error) = requests::set_missing_targets(&scope).await {
            tracing::error!(%error, "requests of an older version get no time to be decided by");
        }
        if let Err(error) = credentials::notify_of_expiry(&scope).await {
            tracing::error!(%error, "nobody can be told of keys that expire");
        }
        match approvals::end_contracts(&scope).await {
            Ok(0) => {}
            Ok(applications) => tracing::info!(applications, "contracts are over"),
            Err(error) => tracing::error!(%error, "ends of contracts cannot be looked after"),
        }
        if let Err(error) = subscriptions::announce_ends(&scope, &services.catalogue).await {
            tracing::error!(%error, "nobody can be told of APIs that end");
        }
        for deleted in [
            accounts::delete_stale(portal).await,
            usage::delete_stale(portal).await,
            oauth::delete_stale(portal, &services.authority).await,
            clients::delete_stale(portal).await,
            idempotency::delete_stale(portal).await,
            audit::delete_stale(portal, &services.vault).await,
            groups::invitations::delete_stale(portal).await,
            messages::delete_stale(portal).await,
            webhooks::delete_stale(portal).await,
            catalogue::delete_stale(portal).await,
            security::delete_stale(portal, &services.vault).await,
        ] {
            if let Err(error) = deleted {
                tracing::error!(%error, "what is stale cannot be deleted");
            }
        }
    }
}

/// Writes incidents, and what was sought and not found, once a minute and at the end.
async fn write_incidents(services: Arc<Services>, shutdown: CancellationToken) {
    let mut ticks = every(INCIDENT_INTERVAL);
    loop {
        let ended = tokio::select! {
            _ = ticks.tick() => false,
            () = shutdown.cancelled() => true,
        };
        if let Err(error) = services.incidents.flush(&services.portal).await {
            tracing::error!(%error, "what failed at the doors cannot be written down");
        }
        if let Err(error) = services.catalogue.misses.flush(&services.portal).await {
            tracing::error!(%error, "what was sought and not found cannot be counted");
        }
        if ended {
            break;
        }
    }
}

/// Writes counts. It runs until the last answer is sent, after which nothing is counted.
pub struct CountWriter {
    end: CancellationToken,
    task: JoinHandle<()>,
}

impl CountWriter {
    pub fn start(services: &Arc<Services>) -> Self {
        let end = CancellationToken::new();
        let task = tokio::spawn(write_counts(Arc::clone(services), end.clone()));
        Self { end, task }
    }

    /// Writes the last counts and gives back unspent quotas.
    pub async fn end(self) {
        self.end.cancel();
        match timeout(LAST_COUNTS_TIMEOUT, self.task).await {
            Ok(Ok(())) => {}
            Ok(Err(panic)) => tracing::error!(%panic, "the last counts cannot be written"),
            Err(_) => tracing::error!("the last counts cannot be written in time"),
        }
    }
}

async fn write_counts(services: Arc<Services>, ended: CancellationToken) {
    let mut ticks = every(usage::FLUSH_EVERY);
    loop {
        // A flush is never cancelled, since it would lose what it is writing.
        tokio::select! {
            _ = ticks.tick() => {}
            () = ended.cancelled() => break,
        }
        flush(Arc::clone(&services)).await;
    }
    write_client_uses(&services).await;
    if let Err(error) = services.meter.close(&services.portal).await {
        tracing::error!(%error, "the last counts cannot be written");
    }
}

/// Writes counts in a task of their own, so that a panic ends one flush only.
async fn flush(services: Arc<Services>) {
    write_client_uses(&services).await;
    let flush = async move { services.meter.flush(&services.portal).await };
    match tokio::spawn(flush).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "counts cannot be written; they are kept"),
        Err(panic) => tracing::error!(%panic, "counts cannot be written"),
    }
}

/// Writes when tokens of clients were last used.
async fn write_client_uses(services: &Services) {
    if let Err(error) = services.client_uses.flush(&services.portal).await {
        tracing::error!(%error, "when tokens were used cannot be written");
    }
}

fn every(period: Duration) -> Interval {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

async fn refresh_unless(
    seen: &mut Option<catalogue::Version>,
    services: &Services,
) -> Result<(), DbErr> {
    // The version is read first, so that a change during the refresh is seen the next time.
    let now = Some(catalogue::version(&services.portal.db).await?);
    if *seen != now || !services.catalogue.is_indexed() {
        services.catalogue.refresh(&services.portal.db).await?;
        *seen = now;
    }
    Ok(())
}
