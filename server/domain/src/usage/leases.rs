//! The leases of this instance: calls that it may spend without asking the database.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError},
};

use tokio::sync::Mutex;

use super::{
    Admission, Terms,
    lease::{Lease, Renewal},
};
use crate::{clock::Timestamp, ids::QuotaId};

const SHARDS: usize = 16;

/// The outcome of taking a call.
pub(super) enum TakeOutcome {
    Decided(Admission),
    /// The database must be asked; the holder of the lock asks for all.
    Ask(Arc<Mutex<()>>),
}

struct Entry {
    lease: Option<Lease>,
    lock: Arc<Mutex<()>>,
}

#[derive(Default)]
pub(super) struct Leases {
    shards: [StdMutex<HashMap<QuotaId, Entry>>; SHARDS],
}

impl Leases {
    /// Takes a call from the lease in memory, without waiting, under one short lock.
    pub fn take(&self, terms: &Terms, now: Timestamp) -> TakeOutcome {
        let mut shard = self.shard(terms.quota);
        let entry = shard.entry(terms.quota).or_insert_with(Entry::new);
        let good = entry.lease.as_mut().filter(|it| it.is_good(terms, now));
        let taken = good.and_then(|lease| lease.take(now));
        taken.map_or_else(
            || TakeOutcome::Ask(Arc::clone(&entry.lock)),
            TakeOutcome::Decided,
        )
    }

    pub fn lease(&self, quota: QuotaId) -> Option<Lease> {
        self.shard(quota).get(&quota)?.lease
    }

    /// Applies a renewal in memory.
    pub fn apply_renewal(&self, terms: &Terms, renewed: Renewal, now: Timestamp) {
        let mut shard = self.shard(terms.quota);
        let entry = shard.entry(terms.quota).or_insert_with(Entry::new);
        entry.lease = Some(Lease::renewed(terms, renewed, entry.lease, now));
    }

    /// The leases that should be updated in the database.
    pub fn to_write(&self, now: Timestamp) -> Vec<Lease> {
        self.select(|lease| lease.needs_writing(now))
    }

    /// The leases that will be used up soon.
    pub fn low(&self, now: Timestamp) -> Vec<Lease> {
        self.select(|lease| lease.is_good(&lease.terms, now) && lease.is_low(now))
    }

    /// Marks the use of a lease as written.
    pub fn mark_written(&self, lease: &Lease, now: Timestamp) {
        self.change(lease, |held| {
            held.written = lease.used;
            held.refreshed_at = now;
        });
    }

    /// Marks a lease that others took back. Its use since is charged when it is renewed or given
    /// back.
    pub fn mark_lost(&self, lease: &Lease) {
        self.change(lease, |held| held.over = true);
    }

    /// Ends idle leases, or all of them when the instance stops.
    pub fn end(&self, all: bool, now: Timestamp) -> Vec<Lease> {
        let mut ended = Vec::new();
        for shard in &self.shards {
            let mut shard = lock(shard);
            // Keeps entries whose lock somebody waits for.
            shard.retain(|_, entry| entry.lease.is_some() || Arc::strong_count(&entry.lock) > 1);
            let held = shard.values_mut().filter_map(|it| it.lease.as_mut());
            for lease in held.filter(|it| all || it.over || it.is_idle(now)) {
                lease.over = true;
                ended.push(*lease);
            }
        }
        ended.sort_by_key(|lease| lease.terms.quota);
        ended
    }

    /// Forgets a lease that was given back.
    pub fn forget(&self, lease: &Lease) {
        let quota = lease.terms.quota;
        if let Some(entry) = self.shard(quota).get_mut(&quota) {
            entry.lease = None;
        }
    }

    /// Sets how many calls of a quota no instance holds.
    pub fn set_free(&self, quota: QuotaId, free: u64) {
        if let Some(entry) = self.shard(quota).get_mut(&quota)
            && let Some(lease) = &mut entry.lease
        {
            lease.free = free;
        }
    }

    fn select(&self, which: impl Fn(&Lease) -> bool) -> Vec<Lease> {
        let mut selected = Vec::new();
        for shard in &self.shards {
            let shard = lock(shard);
            let held = shard.values().filter_map(|entry| entry.lease);
            selected.extend(held.filter(&which));
        }
        selected.sort_by_key(|lease| lease.terms.quota);
        selected
    }

    /// Changes a lease, unless another one replaced it.
    fn change(&self, lease: &Lease, change: impl FnOnce(&mut Lease)) {
        let quota = lease.terms.quota;
        if let Some(entry) = self.shard(quota).get_mut(&quota)
            && let Some(held) = &mut entry.lease
            && held.period == lease.period
        {
            change(held);
        }
    }

    /// Identifiers end in random bits.
    fn shard(&self, quota: QuotaId) -> MutexGuard<'_, HashMap<QuotaId, Entry>> {
        let lowest = quota.0.as_u128() & (SHARDS as u128 - 1);
        lock(&self.shards[usize::try_from(lowest).unwrap_or_default()])
    }
}

impl Entry {
    fn new() -> Self {
        Self {
            lease: None,
            lock: Arc::default(),
        }
    }
}

fn lock(shard: &StdMutex<HashMap<QuotaId, Entry>>) -> MutexGuard<'_, HashMap<QuotaId, Entry>> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}
