//! Checks that the proxy in front is trusted.

use chrono::TimeDelta;
use domain::{
    clock::{Clock, SystemClock},
    db::Db,
    security,
};

use super::{CheckResult, Problem};
use crate::{config::Config, http::TrustedProxies};

/// Older incidents may be mended by now.
const LATELY: TimeDelta = TimeDelta::days(2);

pub async fn check(config: &Config, db: Option<Db>) -> CheckResult {
    let Some(db) = db else {
        return Ok("not looked for, for there is no database".to_owned());
    };
    let since = SystemClock.now() - LATELY;
    let seen = security::untrusted_proxies(&db, since).await;
    let seen = seen.map_err(|error| Problem::new(error.to_string(), "see the database"))?;
    let trusted = TrustedProxies(config.trusted_proxies.clone());
    let forgotten = seen.into_iter().filter(|address| !trusted.trust(*address));
    let forgotten: Vec<_> = forgotten.map(|address| address.to_string()).collect();
    if forgotten.is_empty() {
        return Ok("none that is not trusted spoke for others".to_owned());
    }
    Err(Problem::new(
        format!(
            "{} sent X-Forwarded-For and is not trusted: all its visitors are taken for one",
            forgotten.join(", ")
        ),
        "name the proxy in BALCAO_TRUSTED_PROXIES",
    ))
}
