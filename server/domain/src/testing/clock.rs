//! A clock that tests move.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta};

use crate::clock::{Clock, Timestamp};

/// Stands still until a test moves it.
pub struct TestClock {
    now: Mutex<Timestamp>,
    /// Whether it moves on with each reading.
    ticks: AtomicBool,
}

impl Default for TestClock {
    fn default() -> Self {
        Self::at(DateTime::from_timestamp(1_785_758_400, 0).unwrap())
    }
}

impl TestClock {
    pub const fn at(now: Timestamp) -> Self {
        Self {
            now: Mutex::new(now),
            ticks: AtomicBool::new(false),
        }
    }

    /// From now on it is a millisecond later at each reading, as clocks mostly are.
    pub fn ticks(&self) {
        self.ticks.store(true, Ordering::Relaxed);
    }

    pub fn advance(&self, by: Duration) {
        *self.now.lock().unwrap() += TimeDelta::from_std(by).unwrap();
    }

    /// Moves the clock back, as when it had run ahead.
    pub fn rewind(&self, by: Duration) {
        *self.now.lock().unwrap() -= TimeDelta::from_std(by).unwrap();
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        let mut now = self.now.lock().unwrap();
        if self.ticks.load(Ordering::Relaxed) {
            *now += TimeDelta::milliseconds(1);
        }
        *now
    }
}
