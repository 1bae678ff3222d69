//! Guessing secrets: whoever is wrong too often waits. Kept in memory: a secret has 285 bits, so
//! this spares the machine and the log, not the secret.
//!
//! Nobody can keep an application out by guessing: its right secret is taken however many wrong
//! ones came from elsewhere. From a network where many were wrong no secret is looked at, except
//! those of clients that have succeeded from there, so that a program with an old secret does not
//! stop its neighbours.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use quick_cache::sync::Cache;

use crate::{clock::Timestamp, credentials::PublicKey};

const WINDOW: Duration = Duration::from_mins(1);
const MOST_PER_NETWORK: u32 = 30;
const MOST_PER_CLIENT: u32 = 100;
/// Networks and clients remembered; the least used are forgotten first.
const MOST: usize = 50_000;

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
    good: Cache<(PublicKey, IpAddr), ()>,
}

impl Default for Guesses {
    fn default() -> Self {
        Self {
            failures: Cache::new(MOST),
            good: Cache::new(MOST),
        }
    }
}

impl Guesses {
    /// How long a network must wait before a secret from there is looked at again, if at all.
    pub fn wait(&self, client: &PublicKey, from: IpAddr, now: Timestamp) -> Option<Duration> {
        let network = network(from);
        let wait = self.left(&Source::Network(network), MOST_PER_NETWORK, now)?;
        let is_good = self.good.get(&(client.clone(), network)).is_some();
        (!is_good).then_some(wait)
    }

    /// How long whoever was wrong should wait, where many were wrong about this client.
    pub fn wait_after(&self, client: &PublicKey, now: Timestamp) -> Option<Duration> {
        self.left(&Source::Client(client.clone()), MOST_PER_CLIENT, now)
    }

    fn left(&self, source: &Source, most: u32, now: Timestamp) -> Option<Duration> {
        let failures = self.failures.get(source)?;
        let elapsed = (now - failures.since).to_std().unwrap_or_default();
        let over = failures.count.load(Ordering::Relaxed) >= most;
        WINDOW.checked_sub(elapsed).filter(|_| over)
    }

    pub fn failed(&self, client: &PublicKey, from: IpAddr, now: Timestamp) {
        for source in [
            Source::Network(network(from)),
            Source::Client(client.clone()),
        ] {
            self.count(source, now);
        }
    }

    fn count(&self, source: Source, now: Timestamp) {
        let current = self.failures.get(&source).filter(|failures| {
            now - failures.since < chrono::TimeDelta::from_std(WINDOW).unwrap_or_default()
        });
        if let Some(failures) = current {
            failures.count.fetch_add(1, Ordering::Relaxed);
        } else {
            let count = AtomicU32::new(1);
            let failures = Failures { since: now, count };
            self.failures.insert(source, Arc::new(failures));
        }
    }

    pub fn succeeded(&self, client: &PublicKey, from: IpAddr) {
        let pair = (client.clone(), network(from));
        if self.good.get(&pair).is_none() {
            self.good.insert(pair, ());
        }
    }
}

/// Whoever has an IPv6 address has at least the whole /64 around it.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address @ IpAddr::V4(_) => address,
    }
}
