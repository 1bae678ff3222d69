//! Is the database there, and up to date?

use domain::db::Db;
use migrations::{Migrator, MigratorTrait};

use super::Ailment;
use crate::{assembly, config::Config};

pub async fn check(config: &Config) -> Result<(String, Db), Ailment> {
    let url = &config.database_url;
    let db = assembly::connect(url).await.map_err(|error| {
        Ailment::new(
            format!("{error:#}"),
            "check BALCAO_DATABASE_URL and that the server runs",
        )
    })?;
    let pending = Migrator::get_pending_migrations(db.writer())
        .await
        .map_err(|error| {
            Ailment::new(
                format!("{url} cannot be read: {error}"),
                "check the rights of its user",
            )
        })?;
    match pending.len() {
        0 => Ok((format!("{url}, up to date"), db)),
        some => Err(Ailment::new(
            format!("{url} misses {}", assembly::migrations_in_words(some)),
            "run `balcao migrate up`",
        )),
    }
}
