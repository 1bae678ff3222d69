//! Backups of an `SQLite` database, made while it is served, and their restoration. `PostgreSQL`
//! has its own programs for that.

mod manifest;
mod restore;
mod snapshot;
mod sqlite;

use std::{fs::File, io, path::Path};

use manifest::Manifest;
pub use restore::restore;
pub use snapshot::back_up;

/// The name of the database in a backup.
const DATABASE: &str = "balcao.db";
/// The name of the manifest in a backup.
const MANIFEST: &str = "backup.json";

/// Writes a file or a directory to the disk, so that it survives a loss of power.
fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
