//! The leases of this instance: calls that it may spend without asking the database.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError},
};

use chrono::TimeDelta;
use tokio::sync::Mutex;

use super::{Admission, Terms};
use crate::{clock::Timestamp, ids::QuotaId};

const SHARDS: usize = 16;

/// How long a lease may be spent after the database last learned of it. It is shorter than the time
/// after which others take it back, by the largest difference of clocks.
pub(super) const GOOD_FOR: TimeDelta = TimeDelta::seconds(10);

/// How long an empty quota counts as empty before the database is asked again.
const EXHAUSTED_FOR: TimeDelta = TimeDelta::seconds(1);

/// When an unused lease is given back; sooner when it is scarce, which means more than an eighth of
/// the free calls.
const IDLE: TimeDelta = TimeDelta::minutes(5);
const IDLE_AND_SCARCE: TimeDelta = TimeDelta::seconds(10);
const SCARCE: u64 = 8;

/// The longest time between two updates of a usable lease in the database.
const KEPT_ALIVE: TimeDelta = TimeDelta::seconds(4);

/// The size of the first lease of a quota, before its pace is known.
const FIRST_LEASE: u64 = 64;
const MAX_LEASE: u64 = 1 << 18;
/// How many times larger than the last one a lease may be.
const GROWTH: u64 = 4;
/// How many seconds a lease should last: fewer cause more requests to the database, more withhold
/// calls from other instances.
const TARGET_SECONDS: u64 = 10;

/// A lease in memory: its row in the database, and the use since.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holding {
    pub terms: Terms,
    /// When the quota's period began; a lease counts for this period only.
    pub period: Timestamp,
    pub granted: u64,
    pub used: u64,
    /// The part of `used` that is written in the row.
    pub written: u64,
    /// The calls that no instance held when the quota was last read.
    pub free: u64,
    pub looked_at: Timestamp,
    pub refreshed_at: Timestamp,
    touched_at: Timestamp,
    /// The number of calls that the last renewal asked for, and the use at that time.
    asked: u64,
    used_then: u64,
    /// Whether it is being given back, or was taken back by others.
    over: bool,
}

/// The result of a renewal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Renewal {
    /// When the renewal began, which the row stores, too. So this instance never uses its lease for
    /// longer than the others take it for alive, however long the commit took.
    pub asked_at: Timestamp,
    pub period: Timestamp,
    pub granted: u64,
    /// The use at that time that was charged before this lease.
    pub settled: u64,
    /// The part of the remaining use that is written in the row.
    pub written: u64,
    pub free: u64,
    pub asked: u64,
}

/// The outcome of taking a call.
pub(super) enum TakeOutcome {
    Decided(Admission),
    /// The database must be asked; the holder of the lock asks for all.
    Ask(Arc<Mutex<()>>),
}

struct Entry {
    holding: Option<Holding>,
    lock: Arc<Mutex<()>>,
}

#[derive(Default)]
pub(super) struct Leases {
    shards: [StdMutex<HashMap<QuotaId, Entry>>; SHARDS],
}

impl Holding {
    fn left(&self) -> u64 {
        self.granted.saturating_sub(self.used)
    }

    fn remaining(&self) -> u64 {
        self.left() + self.free
    }

    fn is_good(&self, terms: &Terms, now: Timestamp) -> bool {
        self.terms == *terms && !self.over && now < self.refreshed_at + GOOD_FOR
    }

    /// How many calls a second were taken recently, as far as it is known.
    fn pace(&self, now: Timestamp) -> u64 {
        let calls = self.used.saturating_sub(self.used_then);
        let millis = (now - self.looked_at).num_milliseconds().max(1);
        calls.saturating_mul(1000) / millis.unsigned_abs()
    }

    /// The number of calls to ask for: about as many as [`TARGET_SECONDS`] seconds need.
    pub fn wanted(&self, now: Timestamp) -> u64 {
        let most = self
            .asked
            .saturating_mul(GROWTH)
            .clamp(FIRST_LEASE, MAX_LEASE);
        self.pace(now)
            .saturating_mul(TARGET_SECONDS)
            .clamp(FIRST_LEASE, most)
    }

    fn is_idle(&self, now: Timestamp) -> bool {
        let scarce = self.left().saturating_mul(SCARCE) > self.free;
        now >= self.touched_at + if scarce { IDLE_AND_SCARCE } else { IDLE }
    }

    /// Whether some use is not written yet.
    pub fn has_news(&self) -> bool {
        self.used != self.written
    }

    /// Whether to renew before a call has to wait. The last calls of a quota are requested only by
    /// calls.
    fn is_low(&self, now: Timestamp) -> bool {
        self.terms.run_at(now)
            && self.free > 0
            && self.asked >= FIRST_LEASE
            && self.left() < self.asked / 2
    }

    /// Takes a call; `None` when the database must be asked.
    fn take(&mut self, now: Timestamp) -> Option<Admission> {
        if self.left() > 0 {
            self.used += 1;
            self.touched_at = now;
            return Some(Admission::Within(self.terms.state(self.remaining(), now)));
        }
        if self.free > 0 || now >= self.looked_at + EXHAUSTED_FOR {
            return None;
        }
        self.touched_at = now;
        Some(Admission::Exhausted(self.terms.state(0, now)))
    }
}

pub(super) fn first_wanted() -> u64 {
    FIRST_LEASE
}

impl Leases {
    /// Takes a call from the lease in memory, without waiting, under one short lock.
    pub fn take(&self, terms: &Terms, now: Timestamp) -> TakeOutcome {
        let mut shard = self.shard(terms.quota);
        let entry = shard.entry(terms.quota).or_insert_with(Entry::new);
        let good = entry.holding.as_mut().filter(|it| it.is_good(terms, now));
        let taken = good.and_then(|holding| holding.take(now));
        taken.map_or_else(
            || TakeOutcome::Ask(Arc::clone(&entry.lock)),
            TakeOutcome::Decided,
        )
    }

    pub fn holding(&self, quota: QuotaId) -> Option<Holding> {
        self.shard(quota).get(&quota)?.holding
    }

    /// Applies a renewal in memory.
    pub fn apply_renewal(&self, terms: &Terms, renewed: Renewal, now: Timestamp) {
        let mut shard = self.shard(terms.quota);
        let entry = shard.entry(terms.quota).or_insert_with(Entry::new);
        let same = entry.holding.filter(|it| it.period == renewed.period);
        let used = same.map_or(renewed.written, |it| it.used - renewed.settled);
        entry.holding = Some(Holding {
            terms: *terms,
            period: renewed.period,
            granted: renewed.granted,
            used,
            written: renewed.written,
            free: renewed.free,
            looked_at: now,
            refreshed_at: renewed.asked_at,
            touched_at: now,
            asked: renewed.asked,
            used_then: used,
            over: false,
        });
    }

    /// The leases that should be updated in the database.
    pub fn to_write(&self, now: Timestamp) -> Vec<Holding> {
        self.select(|holding| {
            let quiet = holding.left() > 0 && now >= holding.refreshed_at + KEPT_ALIVE;
            !holding.over && (holding.has_news() || quiet)
        })
    }

    /// The leases that will be used up soon.
    pub fn low(&self, now: Timestamp) -> Vec<Holding> {
        self.select(|holding| holding.is_good(&holding.terms, now) && holding.is_low(now))
    }

    /// Marks the use of a lease as written.
    pub fn mark_written(&self, holding: &Holding, now: Timestamp) {
        self.change(holding, |held| {
            held.written = holding.used;
            held.refreshed_at = now;
        });
    }

    /// Marks a lease that others took back. Its use since is charged when it is renewed or given
    /// back.
    pub fn mark_lost(&self, holding: &Holding) {
        self.change(holding, |held| held.over = true);
    }

    /// Ends idle leases, or all of them when the instance stops.
    pub fn end(&self, all: bool, now: Timestamp) -> Vec<Holding> {
        let mut ended = Vec::new();
        for shard in &self.shards {
            let mut shard = lock(shard);
            // Keeps entries whose lock somebody waits for.
            shard.retain(|_, entry| entry.holding.is_some() || Arc::strong_count(&entry.lock) > 1);
            let held = shard.values_mut().filter_map(|it| it.holding.as_mut());
            for holding in held.filter(|it| all || it.over || it.is_idle(now)) {
                holding.over = true;
                ended.push(*holding);
            }
        }
        ended.sort_by_key(|holding| holding.terms.quota);
        ended
    }

    /// Forgets a lease that was given back.
    pub fn forget(&self, holding: &Holding) {
        let quota = holding.terms.quota;
        if let Some(entry) = self.shard(quota).get_mut(&quota) {
            entry.holding = None;
        }
    }

    /// Sets how many calls of a quota no instance holds.
    pub fn set_free(&self, quota: QuotaId, free: u64) {
        if let Some(entry) = self.shard(quota).get_mut(&quota)
            && let Some(holding) = &mut entry.holding
        {
            holding.free = free;
        }
    }

    fn select(&self, which: impl Fn(&Holding) -> bool) -> Vec<Holding> {
        let mut selected = Vec::new();
        for shard in &self.shards {
            let shard = lock(shard);
            let held = shard.values().filter_map(|entry| entry.holding);
            selected.extend(held.filter(&which));
        }
        selected.sort_by_key(|holding| holding.terms.quota);
        selected
    }

    /// Changes a lease, unless another one replaced it.
    fn change(&self, holding: &Holding, change: impl FnOnce(&mut Holding)) {
        let quota = holding.terms.quota;
        if let Some(entry) = self.shard(quota).get_mut(&quota)
            && let Some(held) = &mut entry.holding
            && held.period == holding.period
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
            holding: None,
            lock: Arc::default(),
        }
    }
}

fn lock(shard: &StdMutex<HashMap<QuotaId, Entry>>) -> MutexGuard<'_, HashMap<QuotaId, Entry>> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}
