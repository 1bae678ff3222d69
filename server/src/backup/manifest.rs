//! The manifest of a backup.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use anyhow::{Context, ensure};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::MANIFEST;

/// The format that this program writes and reads.
const FORMAT: u32 = 1;
const BLOCK: usize = 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The version of the program that made it.
    pub balcao: String,
    /// The time in UTC, in the form of RFC 3339.
    pub made_at: String,
    /// The fingerprint of the key-encryption key; the key is not in the backup.
    pub key_fingerprint: String,
    /// The applied migrations.
    pub migrations: Vec<String>,
    pub bytes: u64,
    /// The hash of the database's file, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of a database file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(
        database: &Path,
        made_at: String,
        key_fingerprint: String,
        migrations: Vec<String>,
    ) -> io::Result<Self> {
        let (bytes, sha256) = digest(database)?;
        Ok(Self {
            format: FORMAT,
            balcao: env!("CARGO_PKG_VERSION").to_owned(),
            made_at,
            key_fingerprint,
            migrations,
            bytes,
            sha256,
        })
    }

    /// # Errors
    /// When the directory holds no backup, or one of a newer program.
    pub fn read(directory: &Path) -> anyhow::Result<Self> {
        let path = directory.join(MANIFEST);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} holds no backup of balcao", directory.display()))?;
        let manifest: Self = serde_json::from_str(&text)
            .with_context(|| format!("{} is damaged", path.display()))?;
        ensure!(
            manifest.format == FORMAT,
            "the backup was made by a newer balcao ({}); restore it with that one",
            manifest.balcao
        );
        Ok(manifest)
    }

    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, directory: &Path) -> anyhow::Result<()> {
        let path = directory.join(MANIFEST);
        fs::write(&path, serde_json::to_string_pretty(self)? + "\n")?;
        super::sync(&path)?;
        Ok(())
    }

    /// # Errors
    /// When the file is not the one that was backed up.
    pub fn check(&self, database: &Path) -> anyhow::Result<()> {
        let (bytes, sha256) =
            digest(database).with_context(|| format!("{} cannot be read", database.display()))?;
        ensure!(
            (bytes, &sha256) == (self.bytes, &self.sha256),
            "{} is damaged: it is not what was backed up",
            database.display()
        );
        Ok(())
    }
}

fn digest(file: &Path) -> io::Result<(u64, String)> {
    let (mut file, mut sha256, mut bytes) = (File::open(file)?, Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        let read = file.read(&mut block)?;
        if read == 0 {
            break;
        }
        sha256.update(&block[..read]);
        bytes += read as u64;
    }
    Ok((bytes, HEXLOWER.encode(&sha256.finalize())))
}
