//! How much the connections have to do.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// What a pool has, and how many wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolLoad {
    pub open: usize,
    pub idle: usize,
    pub waiting: usize,
}

impl PoolLoad {
    /// Whoever has asked for something and holds no connection waits for one.
    pub(super) fn new(open: usize, idle: usize, asked: usize) -> Self {
        Self {
            open,
            idle,
            waiting: asked.saturating_sub(open.saturating_sub(idle)),
        }
    }
}

/// How many statements and transactions of a pool are under way, those that wait included.
#[derive(Clone, Default)]
pub(super) struct Asked(Arc<AtomicUsize>);

impl Asked {
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// One more, until what is returned is dropped.
    pub fn one(&self) -> Asking {
        self.0.fetch_add(1, Ordering::Relaxed);
        Asking(self.clone())
    }
}

pub(super) struct Asking(Asked);

impl Drop for Asking {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}
