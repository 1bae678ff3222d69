//! Gauges that are read at a scrape: queues and connections.

use std::{sync::Arc, time::Duration};

use domain::{Services, jobs};
use metrics::gauge;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout},
};

use super::names::{CONNECTIONS, JOBS, PASSWORD_HASHES, WAITING_FOR_CONNECTION};

/// How long the number of jobs is reused, however often it is requested.
const JOBS_FRESH: Duration = Duration::from_secs(10);
/// The longest wait for the database, since a scrape must not wait.
const IN_TIME: Duration = Duration::from_secs(2);

pub struct State {
    services: Arc<Services>,
    /// When the jobs were last counted.
    counted: Mutex<Option<Instant>>,
}

impl State {
    pub fn new(services: Arc<Services>) -> Self {
        Self {
            services,
            counted: Mutex::default(),
        }
    }

    /// Updates the gauges.
    pub async fn read(&self) {
        self.read_hashes();
        self.read_connections();
        self.read_jobs().await;
    }

    fn read_hashes(&self) {
        let load = self.services.passwords.hasher.load();
        set(PASSWORD_HASHES, "running", load.running);
        set(PASSWORD_HASHES, "waiting", load.waiting);
    }

    fn read_connections(&self) {
        for (pool, load) in self.services.portal.db.load() {
            for (state, connections) in [("open", load.open), ("idle", load.idle)] {
                gauge!(CONNECTIONS, "pool" => pool, "state" => state).set(number(connections));
            }
            gauge!(WAITING_FOR_CONNECTION, "pool" => pool).set(number(load.waiting));
        }
    }

    /// Without an answer of the database, the gauge has no value, rather than an old one.
    async fn read_jobs(&self) {
        let mut counted = self.counted.lock().await;
        if counted.is_some_and(|at| at.elapsed() < JOBS_FRESH) {
            return;
        }
        *counted = Some(Instant::now());
        if let Ok(Ok(backlog)) = timeout(IN_TIME, jobs::backlog(&self.services.portal)).await {
            gauge!(JOBS, "state" => "waiting").set(number(backlog.waiting));
            gauge!(JOBS, "state" => "dead").set(number(backlog.dead));
        } else {
            gauge!(JOBS, "state" => "waiting").set(f64::NAN);
            gauge!(JOBS, "state" => "dead").set(f64::NAN);
        }
    }
}

fn set(name: &'static str, state: &'static str, value: usize) {
    gauge!(name, "state" => state).set(number(value));
}

/// No count here exceeds this type.
fn number(count: impl TryInto<u32>) -> f64 {
    count.try_into().map_or(f64::INFINITY, f64::from)
}
