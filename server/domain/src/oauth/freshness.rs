//! How old the copy in memory may be, and how an instance catches up with the others.

use std::{
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::{Mutex, MutexGuard};

/// How long the copy in memory is used after the database was asked for changes.
pub const FRESH_FOR: Duration = Duration::from_millis(500);

/// The number of the last applied change, and until when the copy is fresh.
pub struct Freshness {
    started: Instant,
    /// Milliseconds after `started`; zero before the first time.
    fresh_until: AtomicU64,
    /// `None` until everything was read once.
    last_change: RwLock<Option<i64>>,
    /// Serialises reads of the changes; the others wait for the result.
    reading: Mutex<()>,
}

impl Default for Freshness {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            fresh_until: AtomicU64::new(0),
            last_change: RwLock::default(),
            reading: Mutex::default(),
        }
    }
}

impl Freshness {
    pub fn is_fresh(&self) -> bool {
        self.millis() < self.fresh_until.load(Ordering::Acquire)
    }

    pub async fn lock(&self) -> MutexGuard<'_, ()> {
        self.reading.lock().await
    }

    /// Counts from before the question, since changes that are committed meanwhile may be missing.
    pub fn trust_from(&self, asked: Instant) {
        let until = asked.duration_since(self.started) + FRESH_FOR;
        let millis = u64::try_from(until.as_millis()).unwrap_or(u64::MAX);
        self.fresh_until.store(millis, Ordering::Release);
    }

    pub fn known(&self) -> Option<i64> {
        *self
            .last_change
            .read()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls `keep` unless a change was applied since `known`, and lets none be applied meanwhile.
    pub fn unless_changed_since(&self, known: Option<i64>, keep: impl FnOnce()) {
        let last_change = self
            .last_change
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        if *last_change == known {
            keep();
        }
    }

    /// Applies changes, while nothing that was read before can be kept.
    pub fn record_change(&self, number: i64, apply: impl FnOnce()) {
        let mut last_change = self
            .last_change
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        apply();
        *last_change = Some(number);
    }

    fn millis(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
