//! Makes a backup while the portal serves.

use std::{
    ffi::OsString,
    fs::{self, DirBuilder, Permissions},
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
    process,
};

use anyhow::{Context, ensure};
use domain::{
    clock::{Clock, SystemClock},
    db::Db,
};
use sea_orm::ConnectionTrait;

use super::{DATABASE, Manifest, sqlite, sync};
use crate::config::KeyEncryptionKey;

/// The size of a backup, and the fingerprint of its key.
#[derive(Debug)]
pub struct BackupSummary {
    pub bytes: u64,
    pub key_fingerprint: String,
}

/// Copies the database into a new directory. The copy has everything that was committed before, and
/// blocks no writer. The directory appears once it is complete.
///
/// # Errors
/// When the directory exists, or cannot be written.
pub async fn back_up(
    db: &Db,
    key: &KeyEncryptionKey,
    directory: &Path,
) -> anyhow::Result<BackupSummary> {
    ensure!(
        is_free(directory),
        "{} is there already; name a directory that is not",
        directory.display()
    );
    let partial = partial(directory);
    let written = write(db, key, &partial).await;
    let moved = written.and_then(|kept| {
        fs::rename(&partial, directory)?;
        sync(parent(directory))?;
        Ok(kept)
    });
    moved
        .inspect_err(|_| {
            // The first error is reported already.
            let _ = fs::remove_dir_all(&partial);
        })
        .with_context(|| format!("there is no backup in {}", directory.display()))
}

/// Whether the directory can be used: it may exist if it is empty.
fn is_free(directory: &Path) -> bool {
    match fs::read_dir(directory) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => fs::symlink_metadata(directory).is_err(),
    }
}

/// A directory beside the target, so that it can be renamed.
fn partial(directory: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(directory.file_name().unwrap_or_default());
    name.push(format!(".{}", process::id()));
    directory.with_file_name(name)
}

fn parent(directory: &Path) -> &Path {
    match directory.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

async fn write(db: &Db, key: &KeyEncryptionKey, partial: &Path) -> anyhow::Result<BackupSummary> {
    DirBuilder::new().mode(0o700).create(partial)?;
    let database = partial.join(DATABASE);
    let made_at = SystemClock.now().to_rfc3339();
    vacuum_into(db, &database).await?;
    fs::set_permissions(&database, Permissions::from_mode(0o600))?;
    sync(&database)?;
    let state = sqlite::examine(&database).await?;
    let manifest = Manifest::of(&database, made_at, key.fingerprint(), state.applied)?;
    manifest.write(partial)?;
    sync(partial)?;
    Ok(BackupSummary {
        bytes: manifest.bytes,
        key_fingerprint: manifest.key_fingerprint,
    })
}

/// Copies within one read transaction, which sees no later commit and blocks none.
async fn vacuum_into(db: &Db, file: &Path) -> anyhow::Result<()> {
    let path = file.to_str().context("the directory's name is no text")?;
    let sql = format!("VACUUM INTO '{}'", path.replace('\'', "''"));
    db.writer().execute_unprepared(&sql).await?;
    Ok(())
}
