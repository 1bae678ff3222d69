//! Time that passes when a test says so.

use std::{sync::Mutex, time::Duration};

use domain::clock::{Clock, Timestamp};

pub struct TestClock(Mutex<Timestamp>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new("2026-09-07T12:00:00Z".parse().unwrap()))
    }
}

impl TestClock {
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}
