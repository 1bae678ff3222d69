//! A clock that tests move.

use std::{sync::Mutex, time::Duration};

use chrono::{DateTime, TimeDelta};

use crate::clock::{Clock, Timestamp};

/// Stands still until a test moves it.
pub struct TestClock(Mutex<Timestamp>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new(
            DateTime::from_timestamp(1_785_758_400, 0).unwrap(),
        ))
    }
}

impl TestClock {
    pub const fn at(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }

    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += TimeDelta::from_std(by).unwrap();
    }

    /// Moves the clock back, as when it had run ahead.
    pub fn rewind(&self, by: Duration) {
        *self.0.lock().unwrap() -= TimeDelta::from_std(by).unwrap();
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}
