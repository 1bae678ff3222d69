//! Counts in memory, until they are written to the database.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta};

use super::{CallKind, CallRecord, latency};
use crate::{
    clock::Timestamp,
    credentials::SecretUse,
    ids::{ApplicationId, SecretId},
};

/// Several shards, so that threads rarely wait for each other.
const SHARDS: usize = 16;
/// The number of successful calls that are kept one by one for an application between two flushes.
/// All calls are counted.
const SUCCESSES_KEPT: usize = 50;
const FAILURES_KEPT: usize = 200;
/// About the number of successful calls of all applications that a flush writes one by one; it
/// writes four times as many failed ones. Writing every call would be too much.
const WRITTEN_AT_ONCE: usize = 1000;
const FAILURES_FOR_A_SUCCESS: usize = FAILURES_KEPT / SUCCESSES_KEPT;
const HOUR: TimeDelta = TimeDelta::hours(1);
const SECRET_PERIOD: TimeDelta = TimeDelta::minutes(5);

/// The key of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct HourKey {
    pub application: ApplicationId,
    pub hour: Timestamp,
    pub kind: CallKind,
    pub status: u16,
    /// The upper bound of the latency class, in microseconds.
    pub latency: u32,
}

impl HourKey {
    pub fn of(call: &CallRecord) -> Self {
        Self {
            application: call.application,
            hour: start_of(call.at, HOUR),
            kind: call.kind,
            status: call.status,
            latency: latency::class(call.elapsed),
        }
    }
}

/// Counts that were taken out of memory, to be written.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub hours: HashMap<HourKey, u64>,
    pub latest: HashMap<ApplicationId, LatestCalls>,
    pub secrets: HashMap<SecretId, SecretUse>,
}

/// The latest calls of an application.
#[derive(Debug, Default)]
pub(super) struct LatestCalls {
    successes: VecDeque<CallRecord>,
    failures: VecDeque<CallRecord>,
}

impl Counts {
    pub fn is_empty(&self) -> bool {
        self.hours.is_empty() && self.secrets.is_empty()
    }

    /// The latest calls of each of `applications`: the more applications called, the fewer of each.
    pub fn latest_of(&self, applications: &HashSet<ApplicationId>) -> Vec<&CallRecord> {
        let share = Ord::max(WRITTEN_AT_ONCE / Ord::max(self.latest.len(), 1), 1);
        let known = self.latest.iter();
        let known = known.filter(|(id, _)| applications.contains(id));
        let mut latest: Vec<_> = known.flat_map(|(_, latest)| latest.last(share)).collect();
        latest.sort_unstable_by_key(|call| call.id);
        latest
    }

    pub fn add(&mut self, call: CallRecord) {
        *self.hours.entry(HourKey::of(&call)).or_default() += 1;
        let latest = self.latest.entry(call.application).or_default();
        latest.keep(call.tidied());
    }

    fn add_secret(&mut self, secret: SecretId, at: Timestamp, period: Timestamp, uses: u64) {
        let entry = self.secrets.entry(secret).or_insert_with(|| SecretUse {
            last_used_at: at,
            periods: HashMap::new(),
        });
        entry.last_used_at = entry.last_used_at.max(at);
        *entry.periods.entry(period).or_default() += uses;
    }

    /// Adds older counts.
    fn add_all(&mut self, older: Self) {
        for (key, calls) in older.hours {
            *self.hours.entry(key).or_default() += calls;
        }
        for (application, latest) in older.latest {
            self.latest
                .entry(application)
                .or_default()
                .keep_older(latest);
        }
        for (secret, used) in older.secrets {
            for (period, uses) in used.periods {
                self.add_secret(secret, used.last_used_at, period, uses);
            }
        }
    }
}

impl LatestCalls {
    fn keep(&mut self, call: CallRecord) {
        let (calls, most) = if call.failed() {
            (&mut self.failures, FAILURES_KEPT)
        } else {
            (&mut self.successes, SUCCESSES_KEPT)
        };
        if calls.len() == most {
            calls.pop_front();
        }
        calls.push_back(call);
    }

    fn keep_older(&mut self, mut older: Self) {
        mem::swap(self, &mut older);
        for call in older.into_calls() {
            self.keep(call);
        }
    }

    fn into_calls(self) -> impl Iterator<Item = CallRecord> {
        self.successes.into_iter().chain(self.failures)
    }

    /// The latest successes, up to this number, and more failures.
    fn last(&self, successes: usize) -> impl Iterator<Item = &CallRecord> {
        let failures = successes.saturating_mul(FAILURES_FOR_A_SUCCESS);
        let last = self.successes.iter().rev().take(successes);
        last.chain(self.failures.iter().rev().take(failures))
    }
}

/// Counts calls in memory.
#[derive(Default)]
pub(super) struct CallCounter {
    shards: [Mutex<Counts>; SHARDS],
    /// Counts that could not be written before.
    kept: Mutex<Counts>,
}

impl CallCounter {
    pub fn record(&self, call: CallRecord) {
        self.shard(call.application.0.as_u128()).add(call);
    }

    pub fn secret_used(&self, secret: SecretId, at: Timestamp) {
        let period = start_of(at, SECRET_PERIOD);
        self.shard(secret.0.as_u128())
            .add_secret(secret, at, period, 1);
    }

    /// Takes all counts; counting begins anew.
    pub fn take(&self) -> Counts {
        let mut all = Counts::default();
        for shard in self.shards.iter().chain([&self.kept]) {
            let counts = mem::take(&mut *lock(shard));
            all.add_all(counts);
        }
        all
    }

    /// Puts counts back that could not be written.
    pub fn put_back(&self, counts: Counts) {
        lock(&self.kept).add_all(counts);
    }

    /// Identifiers end in random bits.
    fn shard(&self, id: u128) -> MutexGuard<'_, Counts> {
        let lowest = id & (SHARDS as u128 - 1);
        lock(&self.shards[usize::try_from(lowest).unwrap_or_default()])
    }
}

fn lock(shard: &Mutex<Counts>) -> MutexGuard<'_, Counts> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The start of the period of `at`.
fn start_of(at: Timestamp, period: TimeDelta) -> Timestamp {
    let seconds = at.timestamp();
    let start = seconds - seconds.rem_euclid(period.num_seconds());
    DateTime::from_timestamp(start, 0).unwrap_or(at)
}
