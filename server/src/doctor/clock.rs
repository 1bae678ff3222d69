//! Checks the clock of this machine, which links, sessions and jobs depend on.

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::{
    DbErr,
    clock::{Clock, SystemClock, Timestamp},
    db::Db,
};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

use super::{CheckResult, Problem};

const REMEDY: &str = "set the clock, or let NTP do it";
/// The largest difference with which instances agree on when a link expires.
const TOLERANCE: TimeDelta = TimeDelta::seconds(5);

pub async fn check(db: Option<Db>) -> CheckResult {
    let now = SystemClock.now();
    if now.date_naive() < first_release() {
        return Err(Problem::new(
            format!("it is {now}, before this program was written"),
            REMEDY,
        ));
    }
    let Some(db) = db else {
        return Ok(format!("{now}"));
    };
    let there = time_of(&db)
        .await
        .map_err(|error| Problem::new(error.to_string(), "see what is said of the database"))?;
    let apart = (there - SystemClock.now()).abs();
    if apart > TOLERANCE {
        let seconds = apart.num_seconds();
        return Err(Problem::new(
            format!("{seconds} seconds apart from the database's"),
            REMEDY,
        ));
    }
    Ok(format!("{now}, the database agrees"))
}

fn first_release() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 1).unwrap_or_default()
}

async fn time_of(db: &Db) -> Result<Timestamp, DbErr> {
    let connection = db.reader();
    let backend = connection.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Sqlite => "SELECT unixepoch()",
        _ => "SELECT extract(epoch FROM clock_timestamp())::bigint",
    };
    let row = connection
        .query_one_raw(Statement::from_string(backend, sql))
        .await?;
    let seconds = row.map(|row| row.try_get_by_index(0)).transpose()?;
    let time = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.ok_or_else(|| DbErr::Custom("the database does not know the time".to_owned()))
}
