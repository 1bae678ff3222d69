//! Guessing secrets: whoever is wrong too often waits. Kept in memory: a secret has 155 bits, so
//! this spares the machine and the log, not the secret.
//!
//! Nobody can keep an application out by guessing: its right secret is taken however many wrong
//! ones came from elsewhere. From a network where many were wrong no secret is looked at, except
//! those of clients that have succeeded from there, so that a program with an old secret does not
//! stop its neighbours. Which those are is also written down, so that a restart, or another instance,
//! knows them.

use std::{
    collections::HashSet,
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use quick_cache::sync::Cache;
use sea_orm::DbErr;

use crate::{
    Portal,
    accounts::throttle::{self, Key},
    clock::Timestamp,
    credentials::PublicKey,
    networks,
};

const WINDOW: Duration = Duration::from_mins(1);
const REMEMBERED_FOR: TimeDelta = TimeDelta::seconds(10);
const MAX_PER_NETWORK: u32 = 30;
const MAX_PER_CLIENT: u32 = 100;
/// Networks and clients remembered; the least used are forgotten first.
const MAX_ENTRIES: usize = 50_000;
/// Networks whose clients are remembered; only those where many secrets were wrong are asked for.
const MAX_REMEMBERED: usize = 1_000;
/// How often it is written down that a client succeeds.
const WRITTEN_EVERY: TimeDelta = TimeDelta::hours(24);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Source {
    Network(IpAddr),
    Client(PublicKey),
}

/// Failures since a time.
struct Failures {
    since: Timestamp,
    count: AtomicU32,
}

pub struct Guesses {
    failures: Cache<Source, Arc<Failures>>,
    /// Who succeeded here, and when that was last written down.
    good: Cache<(PublicKey, IpAddr), Timestamp>,
    /// Who had succeeded from a network, as it was written down when that was last asked.
    remembered: Cache<IpAddr, Arc<RememberedClients>>,
}

struct RememberedClients {
    asked_at: Timestamp,
    clients: HashSet<Key>,
}

impl Default for Guesses {
    fn default() -> Self {
        Self {
            failures: Cache::new(MAX_ENTRIES),
            good: Cache::new(MAX_ENTRIES),
            remembered: Cache::new(MAX_REMEMBERED),
        }
    }
}

impl Guesses {
    /// How long a network must wait before a secret from there is looked at again, if at all.
    pub fn wait(&self, client: &PublicKey, from: IpAddr, now: Timestamp) -> Option<Duration> {
        let network = networks::of_owner(from);
        let wait = self.left(&Source::Network(network), MAX_PER_NETWORK, now)?;
        let is_good = self.good.get(&(client.clone(), network)).is_some();
        (!is_good).then_some(wait)
    }

    /// How long whoever was wrong should wait, where many were wrong about this client.
    pub fn wait_after(&self, client: &PublicKey, now: Timestamp) -> Option<Duration> {
        self.left(&Source::Client(client.clone()), MAX_PER_CLIENT, now)
    }

    fn left(&self, source: &Source, most: u32, now: Timestamp) -> Option<Duration> {
        let failures = self.failures.get(source)?;
        let elapsed = (now - failures.since).to_std().unwrap_or_default();
        let over = failures.count.load(Ordering::Relaxed) >= most;
        WINDOW.checked_sub(elapsed).filter(|_| over)
    }

    pub fn failed(&self, client: &PublicKey, from: IpAddr, now: Timestamp) {
        for source in [
            Source::Network(networks::of_owner(from)),
            Source::Client(client.clone()),
        ] {
            self.count(source, now);
        }
    }

    fn count(&self, source: Source, now: Timestamp) {
        let current = self.failures.get(&source).filter(|failures| {
            now - failures.since < TimeDelta::from_std(WINDOW).unwrap_or_default()
        });
        if let Some(failures) = current {
            failures.count.fetch_add(1, Ordering::Relaxed);
        } else {
            let count = AtomicU32::new(1);
            let failures = Failures { since: now, count };
            self.failures.insert(source, Arc::new(failures));
        }
    }

    /// Notes a success; whether it is time to write it down.
    fn succeeded(&self, client: &PublicKey, from: IpAddr, now: Timestamp) -> bool {
        let pair = (client.clone(), networks::of_owner(from));
        let written = self.good.get(&pair);
        if written.is_some_and(|at| now < at + WRITTEN_EVERY) {
            return false;
        }
        self.good.insert(pair, now);
        true
    }

    /// The same, written down where it is time to. The client is let in whether or not that can
    /// be done.
    pub async fn record_success(&self, portal: &Portal, client: &PublicKey, from: IpAddr) {
        if !self.succeeded(client, from, portal.now()) {
            return;
        }
        let recorded =
            throttle::record_client(portal, client.as_str(), networks::of_owner(from)).await;
        if let Err(error) = recorded {
            tracing::warn!(%error, "where a client calls from cannot be written down");
        }
    }

    /// Whether a client is known to have succeeded from a network before this process began, or
    /// at another instance. Asked only where a network must wait, and once in a while for each.
    pub async fn remembers(
        &self,
        portal: &Portal,
        client: &PublicKey,
        from: IpAddr,
    ) -> Result<bool, DbErr> {
        let network = networks::of_owner(from);
        let now = portal.now();
        let key = Key::client_known_at(client.as_str(), network);
        let fresh = self.remembered.get(&network);
        let fresh = fresh.filter(|remembered| now - remembered.asked_at < REMEMBERED_FOR);
        if let Some(remembered) = fresh {
            return Ok(remembered.clients.contains(&key));
        }
        let clients = throttle::clients_at(portal, network).await?;
        let known = clients.contains(&key);
        let asked_at = now;
        let remembered = RememberedClients { asked_at, clients };
        self.remembered.insert(network, Arc::new(remembered));
        Ok(known)
    }
}
