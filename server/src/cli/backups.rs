//! `balcao backup` and `balcao restore`.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use domain::db::Db;

use super::Output;
use crate::{
    assembly::{self, SchemaMismatch},
    backup,
    config::{Config, DatabaseUrl},
    schema::schema_of,
};

pub async fn back_up(config: &Config, directory: &Path, output: &mut Output) -> anyhow::Result<()> {
    file(
        &config.database_url,
        "`pg_dump --format=custom --file=FILE DATABASE` makes a backup of it while it is served",
    )?;
    let db = assembly::connect(&config.database_url).await?;
    let key = assembly::key(config)?;
    try_key(config, &db, output).await?;
    let kept = backup::back_up(&db, &key, directory).await?;
    let place = directory.display();
    output.line(format_args!(
        "The database is in {place} ({} bytes).",
        kept.bytes
    ));
    output.line(format_args!(
        "The key-encryption key {} opens its secrets; keep it elsewhere, it is not in the backup.",
        kept.key_fingerprint
    ));
    Ok(())
}

/// Refuses a backup whose secrets the key does not open. An older database is not checked, as its
/// tables may differ from those that this program reads.
async fn try_key(config: &Config, db: &Db, output: &mut Output) -> anyhow::Result<()> {
    let state = schema_of(db).await?;
    match SchemaMismatch::of(&state) {
        None => {
            let assembled = assembly::assemble(config, db.clone()).await?;
            assembly::check_key(&assembled.services).await?;
        }
        Some(SchemaMismatch::Older(_)) => output.line(
            "The database is older than this program, so the key was not tried on its secrets.",
        ),
        Some(newer) => bail!(
            "the database {} {newer}; {}",
            config.database_url,
            newer.remedy()
        ),
    }
    Ok(())
}

pub async fn restore(
    config: &Config,
    directory: &Path,
    replace: bool,
    output: &mut Output,
) -> anyhow::Result<()> {
    let database = file(
        &config.database_url,
        "`pg_restore --no-owner --single-transaction --dbname=DATABASE FILE` brings a backup back \
         into an empty one",
    )?;
    config.database_url.make_directory()?;
    let key = assembly::key(config)?;
    let restored = backup::restore(directory, &database, &key, replace).await?;
    output.line(format_args!(
        "{} is as it was at {}.",
        config.database_url, restored.manifest.made_at
    ));
    if let Some(replaced) = restored.replaced {
        output.line(format_args!(
            "The database that was there is now {}.",
            replaced.display()
        ));
    }
    if !restored.state.missing.is_empty() {
        output.line("It is older than this program: run `balcao migrate up`.");
    }
    Ok(())
}

fn file(url: &DatabaseUrl, otherwise: &str) -> anyhow::Result<PathBuf> {
    url.file()
        .with_context(|| format!("the database {url} is PostgreSQL's: {otherwise}"))
}
