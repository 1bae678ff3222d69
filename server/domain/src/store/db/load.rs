//! The load of connection pools.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// The connections of a pool, and how many callers wait for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolLoad {
    pub open: usize,
    pub idle: usize,
    pub waiting: usize,
}

impl PoolLoad {
    /// Every caller without a connection waits for one.
    pub(super) fn new(open: usize, idle: usize, asked: usize) -> Self {
        Self {
            open,
            idle,
            waiting: asked.saturating_sub(open.saturating_sub(idle)),
        }
    }
}

/// The number of statements and transactions of a pool, including those that wait for a connection.
#[derive(Clone, Default)]
pub(super) struct InFlight(Arc<AtomicUsize>);

impl InFlight {
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts one more, until the guard is dropped.
    pub fn enter(&self) -> InFlightGuard {
        self.0.fetch_add(1, Ordering::Relaxed);
        InFlightGuard(self.clone())
    }
}

pub(super) struct InFlightGuard(InFlight);

impl Drop for InFlightGuard {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}
