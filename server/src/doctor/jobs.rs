//! Checks that jobs are done in time.

use domain::{
    db::Db,
    jobs::{self, Backlog},
};

use super::{CheckResult, Problem};
use crate::{assembly, config::Config};

pub async fn check(config: &Config, db: Option<Db>) -> CheckResult {
    let Some(db) = db else {
        return Ok("not counted, for there is no database".to_owned());
    };
    let problem = |error: String| Problem::new(error, "see what is said of the database");
    let assembled = assembly::assemble(config, db)
        .await
        .map_err(|error| problem(format!("{error:#}")))?;
    let backlog = jobs::backlog(&assembled.services.portal)
        .await
        .map_err(|error| problem(error.to_string()))?;
    describe(backlog)
}

/// Dead jobs are reported, but no problem of the portal.
fn describe(backlog: Backlog) -> CheckResult {
    let Backlog {
        waiting,
        failed_before,
        late_since,
        dead,
    } = backlog;
    let said =
        format!("{waiting} waiting ({failed_before} of them failed before), {dead} given up");
    match late_since {
        Some(since) => Err(Problem::new(
            format!(
                "{said}; the oldest waits since {}",
                since.format("%Y-%m-%d %H:%M")
            ),
            "see what is said of mail, check that `balcao serve` runs, and `balcao jobs list`",
        )),
        None if dead > 0 => Ok(format!("{said}; `balcao jobs list --dead` says why")),
        None => Ok(said),
    }
}
