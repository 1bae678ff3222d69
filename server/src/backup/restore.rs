//! Restores a backup.

use std::{
    ffi::OsString,
    fs::{self, Permissions},
    io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};
use domain::clock::{Clock, SystemClock};
use migrations::State;

use super::{DATABASE, Manifest, sqlite, sync};
use crate::{
    config::KeyEncryptionKey,
    lock::{Lock, LockError, LockPurpose},
};

/// The files that `SQLite` keeps beside a database.
const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// The outcome of a restoration.
#[derive(Debug)]
pub struct RestoreOutcome {
    pub manifest: Manifest,
    /// The migrations of the database, compared with this program.
    pub state: State,
    /// Where the previous database was moved to.
    pub replaced: Option<PathBuf>,
}

/// Restores a backup as the database. It checks everything before it changes anything, and moves
/// the previous database aside.
///
/// # Errors
/// When the backup is damaged, was sealed with another key or made by a newer program; when a
/// database exists and may not be replaced, or is being served.
pub async fn restore(
    backup: &Path,
    database: &Path,
    key: &KeyEncryptionKey,
    replace: bool,
) -> anyhow::Result<RestoreOutcome> {
    let manifest = Manifest::read(backup)?;
    ensure!(
        manifest.key_fingerprint == key.fingerprint(),
        "the backup needs the key-encryption key {}, and this one is {}; set \
         BALCAO_KEY_ENCRYPTION_KEY to the one that was in use when it was made",
        manifest.key_fingerprint,
        key.fingerprint()
    );
    let _locks = lock_both(database)?;
    if database.exists() && !replace {
        bail!(
            "there is a database at {} already; --replace moves it aside",
            database.display()
        );
    }
    let new = suffixed(database, ".restoring");
    let state = copy(backup, &manifest, &new).await.inspect_err(|_| {
        // The first error is reported already.
        let _ = fs::remove_file(&new);
    })?;
    let replaced = move_aside(database)?;
    fs::rename(&new, database)?;
    sync(database.parent().unwrap_or(database))?;
    Ok(RestoreOutcome {
        manifest,
        state,
        replaced,
    })
}

/// Locks the database against serving and migrating.
fn lock_both(database: &Path) -> anyhow::Result<[Lock; 2]> {
    let take = |what| {
        Lock::take(database, what).map_err(|error| match error {
            LockError::Taken(_) => anyhow::anyhow!(
                "the database {} is in use ({error}): stop that first",
                database.display()
            ),
            LockError::File(..) => error.into(),
        })
    };
    Ok([take(LockPurpose::Serving)?, take(LockPurpose::Migrating)?])
}

/// Copies the database and checks the copy, which will be served.
async fn copy(backup: &Path, manifest: &Manifest, new: &Path) -> anyhow::Result<State> {
    let source = backup.join(DATABASE);
    manifest.check(&source)?;
    fs::copy(&source, new).with_context(|| format!("{} cannot be written", new.display()))?;
    fs::set_permissions(new, Permissions::from_mode(0o600))?;
    sync(new)?;
    manifest.check(new)?;
    let state = sqlite::examine(new).await?;
    ensure!(
        !state.is_before_release(),
        "the backup was made before the first release; its schema leads to no later one"
    );
    ensure!(
        state.unknown.is_empty(),
        "the backup was made by a newer balcao ({}); restore it with that one",
        manifest.balcao
    );
    Ok(state)
}

/// Moves the old database aside, and its companions after it. If that is interrupted, a log without
/// a database is left, which the next restoration moves aside or `SQLite` ignores.
fn move_aside(database: &Path) -> io::Result<Option<PathBuf>> {
    let time = SystemClock.now().format("%Y%m%dT%H%M%S%.3fZ");
    let aside = suffixed(database, &format!(".replaced-{time}"));
    let moved = rename_if_there(database, &aside)?;
    for companion in COMPANIONS {
        rename_if_there(&suffixed(database, companion), &suffixed(&aside, companion))?;
    }
    Ok(moved.then_some(aside))
}

fn rename_if_there(from: &Path, to: &Path) -> io::Result<bool> {
    match fs::rename(from, to) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn suffixed(file: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(suffix);
    name.into()
}
