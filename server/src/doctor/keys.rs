//! Checks that the key-encryption key exists and opens the stored secrets.

use domain::db::Db;

use super::{CheckResult, Problem};
use crate::{
    assembly::{self, OTHER_KEY},
    config::Config,
};

pub async fn check(config: &Config, db: Option<Db>) -> CheckResult {
    let key = assembly::key(config).map_err(|error| {
        Problem::new(
            error.to_string(),
            "set BALCAO_KEY_ENCRYPTION_KEY, or restore the file from a backup",
        )
    })?;
    let source = match config.key_encryption_key {
        Some(_) => "set in the configuration",
        None => "in the data directory, for a local run only",
    };
    let source = format!("{}, {source}", key.fingerprint());
    match db {
        None => Ok(format!(
            "{source}; not tried on secrets, for there is no database"
        )),
        Some(db) => try_on_secrets(config, db, &source).await,
    }
}

async fn try_on_secrets(config: &Config, db: Db, source: &str) -> CheckResult {
    let problem =
        |error: String| Problem::new(error, "see what is said of the database and of mail");
    let assembled = assembly::assemble(config, db)
        .await
        .map_err(|error| problem(format!("{error:#}")))?;
    match assembly::key_opens(&assembled.services).await {
        Ok(Some(true)) => Ok(format!("{source}; opens the newest secret")),
        Ok(None) => Ok(format!("{source}; there is no secret yet")),
        Ok(Some(false)) => Err(Problem::new(
            "secrets were sealed with another key",
            OTHER_KEY,
        )),
        Err(error) => Err(problem(format!("{error:#}"))),
    }
}
