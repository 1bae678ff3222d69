//! Backups of an `SQLite` database: a copy made while it is served, and the way back. Of
//! `PostgreSQL` its own programs make better ones.

mod manifest;
mod restore;
mod snapshot;
mod sqlite;

use std::{fs::File, io, path::Path};

use manifest::Manifest;
pub use restore::restore;
pub use snapshot::back_up;

/// What the database is called in a backup.
const DATABASE: &str = "balcao.db";
/// What tells of it.
const MANIFEST: &str = "backup.json";

/// What is in a file or a directory stays there when the power fails.
fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
