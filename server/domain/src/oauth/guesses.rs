//! Throttles guesses at secrets. The counts are in memory, since a secret has 155 bits and
//! throttling protects the machine and the log only.
//!
//! Guesses cannot keep an application out: its right secret is accepted however many wrong ones
//! came from elsewhere. From a network with many wrong secrets, only clients that succeeded from
//! there before are checked, so that a program with an old secret does not stop its neighbours.
//! Such successes are stored, so that they are known after a restart and to other instances.

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
    networks,
};

const WINDOW: Duration = Duration::from_mins(1);
const REMEMBERED_FOR: TimeDelta = TimeDelta::seconds(10);
const MAX_PER_NETWORK: u32 = 30;
const MAX_PER_CLIENT: u32 = 100;
/// The number of networks and clients that are remembered; the least used are forgotten first.
const MAX_ENTRIES: usize = 50_000;
/// The number of networks whose stored clients are remembered; they are read only for networks that
/// must wait.
const MAX_REMEMBERED: usize = 1_000;
/// How often the success of a client is stored.
const WRITTEN_EVERY: TimeDelta = TimeDelta::hours(24);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Source {
    Network(IpAddr),
    /// By its public key, or its `client_id`.
    Client(String),
}

/// Failures since a time.
struct Failures {
    since: Timestamp,
    count: AtomicU32,
}

pub struct Guesses {
    failures: Cache<Source, Arc<Failures>>,
    /// Clients that succeeded from an address, and when that was last stored.
    good: Cache<(String, IpAddr), Timestamp>,
    /// Clients that had succeeded from an address, as they were last read.
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
    /// How long a network must wait before a secret from there is checked, if it must.
    pub fn wait(&self, client: &str, from: IpAddr, now: Timestamp) -> Option<Duration> {
        let network = networks::of_owner(from);
        let wait = self.left(&Source::Network(network), MAX_PER_NETWORK, now)?;
        let is_good = self.good.get(&(client.to_owned(), network)).is_some();
        (!is_good).then_some(wait)
    }

    /// How long the sender of a wrong secret should wait, when many were wrong for this client.
    pub fn wait_after(&self, client: &str, now: Timestamp) -> Option<Duration> {
        self.left(&Source::Client(client.to_owned()), MAX_PER_CLIENT, now)
    }

    fn left(&self, source: &Source, most: u32, now: Timestamp) -> Option<Duration> {
        let failures = self.failures.get(source)?;
        let elapsed = (now - failures.since).to_std().unwrap_or_default();
        let over = failures.count.load(Ordering::Relaxed) >= most;
        WINDOW.checked_sub(elapsed).filter(|_| over)
    }

    pub fn failed(&self, client: &str, from: IpAddr, now: Timestamp) {
        for source in [
            Source::Network(networks::of_owner(from)),
            Source::Client(client.to_owned()),
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

    /// Records a success in memory; tells whether it should be stored.
    fn succeeded(&self, client: &str, from: IpAddr, now: Timestamp) -> bool {
        let pair = (client.to_owned(), networks::of_owner(from));
        let written = self.good.get(&pair);
        if written.is_some_and(|at| now < at + WRITTEN_EVERY) {
            return false;
        }
        self.good.insert(pair, now);
        true
    }

    /// Records a success and stores it from time to time. The client is accepted even if that
    /// fails.
    pub async fn record_success(&self, portal: &Portal, client: &str, from: IpAddr) {
        if !self.succeeded(client, from, portal.now()) {
            return;
        }
        let recorded = throttle::record_client(portal, client, networks::of_owner(from)).await;
        if let Err(error) = recorded {
            tracing::warn!(%error, "where a client calls from cannot be written down");
        }
    }

    /// Whether a client succeeded from an address before this process began, or at another
    /// instance. It is read only for addresses that must wait, and once in a while for each.
    pub async fn remembers(
        &self,
        portal: &Portal,
        client: &str,
        from: IpAddr,
    ) -> Result<bool, DbErr> {
        let network = networks::of_owner(from);
        let now = portal.now();
        let key = Key::client_known_at(client, network);
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
