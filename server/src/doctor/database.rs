//! Is the database there, and up to date?

use domain::db::Db;
use migrations::Runner;

use super::Ailment;
use crate::{
    assembly::{self, Unfit},
    config::Config,
};

pub async fn check(config: &Config) -> Result<(String, Db), Ailment> {
    let url = &config.database_url;
    if url.is_missing() {
        return Err(Ailment::new(
            format!("there is none at {url}"),
            "run `balcao migrate up`, or check BALCAO_DATABASE_URL",
        ));
    }
    let db = assembly::connect(url).await.map_err(|error| {
        Ailment::new(
            format!("{error:#}"),
            "check BALCAO_DATABASE_URL and that the server runs",
        )
    })?;
    let state = Runner::default()
        .state(db.reader())
        .await
        .map_err(|error| {
            Ailment::new(
                format!("{url} cannot be read: {error}"),
                "check the rights of its user",
            )
        })?;
    match Unfit::of(&state) {
        None => Ok((format!("{url}, up to date"), db)),
        Some(unfit) => Err(Ailment::new(format!("{url} {unfit}"), unfit.remedy())),
    }
}
