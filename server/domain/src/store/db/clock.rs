//! The database's clock, which all instances that share the database use: what one instance wrote
//! is never in the future for another one.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use chrono::{SubsecRound, TimeDelta};
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement};
use tokio::time::sleep;

use super::Db;
use crate::clock::{Clock, SystemClock, Timestamp};

const MEASURED_EVERY: Duration = Duration::from_secs(10);
/// The clock is read this many times, and the quickest answer counts.
const SAMPLES: usize = 3;
/// An answer that took longer than this is not precise enough.
const SLOWEST: Duration = Duration::from_secs(1);

/// On `PostgreSQL`, the clock of the server. It is read every few seconds, and counted on by this
/// machine's monotonic clock in between, so that setting this machine's clock does not matter. On
/// `SQLite`, the clock of this machine.
pub struct DatabaseClock(RwLock<Option<ClockSample>>);

/// The time at a moment of the monotonic clock.
#[derive(Clone, Copy)]
struct ClockSample {
    time: Timestamp,
    at: Instant,
}

impl DatabaseClock {
    /// Reads the clock, again and again as long as it is used.
    ///
    /// # Errors
    /// When the database does not tell its time.
    pub async fn start(db: &Db) -> Result<Arc<Self>, DbErr> {
        let clock = Arc::new(Self(RwLock::new(measure(db).await?)));
        let (watched, db) = (Arc::downgrade(&clock), db.clone());
        tokio::spawn(async move {
            loop {
                sleep(MEASURED_EVERY).await;
                let Some(clock) = watched.upgrade() else {
                    break;
                };
                clock.set(&db).await;
            }
        });
        Ok(clock)
    }

    /// Keeps the last reading when the database does not answer.
    async fn set(&self, db: &Db) {
        match measure(db).await {
            Ok(Some(sample)) => {
                *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(sample);
            }
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the database does not say what time it is"),
        }
    }
}

impl Clock for DatabaseClock {
    fn now(&self) -> Timestamp {
        let sample = *self.0.read().unwrap_or_else(PoisonError::into_inner);
        sample.map_or_else(|| SystemClock.now(), ClockSample::now)
    }
}

impl ClockSample {
    fn now(self) -> Timestamp {
        let since = TimeDelta::from_std(self.at.elapsed()).unwrap_or_default();
        (self.time + since).trunc_subsecs(6)
    }
}

/// `None` on `SQLite`, and when every answer took too long.
async fn measure(db: &Db) -> Result<Option<ClockSample>, DbErr> {
    if db.reader().get_database_backend() != DatabaseBackend::Postgres {
        return Ok(None);
    }
    let (mut best, mut quickest) = (None, SLOWEST);
    for _ in 0..SAMPLES {
        let asked = Instant::now();
        let Some(time) = ask(db).await? else { continue };
        let took = asked.elapsed();
        if took <= quickest {
            let at = asked + took / 2;
            (best, quickest) = (Some(ClockSample { time, at }), took);
        }
    }
    Ok(best)
}

async fn ask(db: &Db) -> Result<Option<Timestamp>, DbErr> {
    let statement = Statement::from_string(DatabaseBackend::Postgres, "SELECT clock_timestamp()");
    let row = db.reader().query_one_raw(statement).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::portal;

    #[tokio::test]
    async fn it_is_the_databases_time_and_goes_on() {
        let portal = portal().await;
        let clock = DatabaseClock::start(&portal.portal.db).await.unwrap();
        let first = clock.now();
        let machines = SystemClock.now();
        assert!(
            (machines - first).abs() < TimeDelta::seconds(5),
            "{first} {machines}"
        );
        assert!(clock.now() >= first);
    }

    #[test]
    fn a_reading_is_counted_on_whatever_the_machines_clock_says() {
        let time = "2026-09-07T12:00:00Z".parse().unwrap();
        let at = Instant::now().checked_sub(Duration::from_secs(3)).unwrap();
        let clock = DatabaseClock(RwLock::new(Some(ClockSample { time, at })));
        let since = clock.now() - time;
        assert!(since >= TimeDelta::seconds(3) && since < TimeDelta::seconds(60));
    }
}
