//! Checks that the database can be reached and is migrated.

use domain::{
    DbErr,
    db::{Db, Unavailable},
};

use super::Problem;
use crate::{
    assembly::{self, SchemaMismatch},
    config::{Config, DatabaseUrl},
    schema::schema_of,
};

pub async fn check(config: &Config) -> Result<(String, Db), Problem> {
    let url = &config.database_url;
    if url.is_missing() {
        return Err(Problem::new(
            format!("there is none at {url}"),
            "run `balcao migrate up`, or check BALCAO_DATABASE_URL",
        ));
    }
    let db = assembly::connect(url).await.map_err(|error| {
        Problem::new(
            format!("{error:#}"),
            "check BALCAO_DATABASE_URL and that the server runs",
        )
    })?;
    let state = schema_of(&db).await.map_err(|error| {
        Problem::new(
            format!("{url} cannot be read: {error}"),
            "check the rights of its user",
        )
    })?;
    if let Some(unfit) = SchemaMismatch::of(&state) {
        return Err(Problem::new(format!("{url} {unfit}"), unfit.remedy()));
    }
    let written = domain::try_to_write(&db).await;
    written.map_err(|error| unwritten(url, &error))?;
    Ok((format!("{url}, up to date, can be written"), db))
}

fn unwritten(url: &DatabaseUrl, error: &DbErr) -> Problem {
    let remedy = match Unavailable::of(error) {
        Some(Unavailable::Full) => "make space where the database lies; until then it is read only",
        Some(Unavailable::Busy) => "find out what else writes to it, and for so long",
        _ => "check the rights of its user and the health of its disk",
    };
    Problem::new(format!("{url} cannot be written: {error}"), remedy)
}
