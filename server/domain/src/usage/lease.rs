//! A lease of this instance: calls that it may spend without asking the database.

use chrono::TimeDelta;

use super::{Admission, Terms};
use crate::clock::Timestamp;

/// How long a lease may be spent after the database last learned of it. It is shorter than the time
/// after which others take it back, by the largest difference of clocks.
const GOOD_FOR: TimeDelta = TimeDelta::seconds(10);

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
pub(super) struct Lease {
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
    pub over: bool,
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

impl Lease {
    /// The lease after a renewal of the one `before`.
    pub fn renewed(terms: &Terms, renewal: Renewal, before: Option<Self>, now: Timestamp) -> Self {
        let same = before.filter(|it| it.period == renewal.period);
        let used = same.map_or(renewal.written, |it| it.used - renewal.settled);
        Self {
            terms: *terms,
            period: renewal.period,
            granted: renewal.granted,
            used,
            written: renewal.written,
            free: renewal.free,
            looked_at: now,
            refreshed_at: renewal.asked_at,
            touched_at: now,
            asked: renewal.asked,
            used_then: used,
            over: false,
        }
    }

    fn left(&self) -> u64 {
        self.granted.saturating_sub(self.used)
    }

    fn remaining(&self) -> u64 {
        self.left() + self.free
    }

    pub fn is_good(&self, terms: &Terms, now: Timestamp) -> bool {
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

    pub fn is_idle(&self, now: Timestamp) -> bool {
        let scarce = self.left().saturating_mul(SCARCE) > self.free;
        now >= self.touched_at + if scarce { IDLE_AND_SCARCE } else { IDLE }
    }

    /// Whether some use is not written yet.
    pub fn has_news(&self) -> bool {
        self.used != self.written
    }

    /// Whether the row should be updated, with some use or to keep the lease alive.
    pub fn needs_writing(&self, now: Timestamp) -> bool {
        let quiet = self.left() > 0 && now >= self.refreshed_at + KEPT_ALIVE;
        !self.over && (self.has_news() || quiet)
    }

    /// Whether to renew before a call has to wait. The last calls of a quota are requested only by
    /// calls.
    pub fn is_low(&self, now: Timestamp) -> bool {
        self.terms.run_at(now)
            && self.free > 0
            && self.asked >= FIRST_LEASE
            && self.left() < self.asked / 2
    }

    /// Takes a call; `None` when the database must be asked.
    pub fn take(&mut self, now: Timestamp) -> Option<Admission> {
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
