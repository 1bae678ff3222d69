//! Knows whether anything has changed since the last run.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// One value for the content of every input, and for this very program.
#[derive(PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Paths may be files, or directories taken with all that is below them.
    pub fn of(inputs: &[&Path]) -> Result<Self> {
        let mut hasher = Sha256::new();
        hasher.update(age_of_this_program()?.to_be_bytes());
        for path in inputs {
            add(path, &mut hasher).with_context(|| format!("reading {}", path.display()))?;
        }
        Ok(Self(HEXLOWER.encode(&hasher.finalize())))
    }
}

/// The file that remembers the fingerprint of the last complete run.
pub struct Stamp(PathBuf);

impl Stamp {
    /// Next to the output directory and not in it: what is in it gets published.
    pub fn beside(output: &Path) -> Self {
        Self(output.with_extension("stamp"))
    }

    pub fn matches(&self, fingerprint: &Fingerprint) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|stamped| stamped == fingerprint.0)
    }

    pub fn write(&self, fingerprint: &Fingerprint) -> Result<()> {
        fs::write(&self.0, &fingerprint.0).with_context(|| format!("writing {}", self.0.display()))
    }

    pub fn remove(&self) -> Result<()> {
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing {}", self.0.display()))
            }
            _ => Ok(()),
        }
    }
}

/// The first 16 hexadecimal digits of the SHA-256.
pub fn sha256_prefix(content: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(content)[..8])
}

/// Nanoseconds since 1970 of the build of this program: a new one may write other files.
fn age_of_this_program() -> Result<u128> {
    let built = fs::metadata(std::env::current_exe()?)?.modified()?;
    Ok(built.duration_since(UNIX_EPOCH)?.as_nanos())
}

fn add(path: &Path, hasher: &mut Sha256) -> std::io::Result<()> {
    if path.is_dir() {
        let mut below = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<std::io::Result<Vec<_>>>()?;
        below.sort();
        return below.iter().try_for_each(|path| add(path, hasher));
    }
    hasher.update(path.as_os_str().as_encoded_bytes());
    hasher.update([0]);
    hasher.update(Sha256::digest(fs::read(path)?));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_fingerprint_changes_with_content_and_with_names() {
        let root = Scratch::new();
        let directory = root.path().join("style");
        fs::create_dir_all(directory.join("components")).unwrap();
        fs::write(directory.join("components/ticket.css"), "a{}").unwrap();
        let fingerprint = || Fingerprint::of(&[&directory]).unwrap();

        let before = fingerprint();
        assert!(before == fingerprint());

        fs::write(directory.join("components/ticket.css"), "b{}").unwrap();
        let edited = fingerprint();
        assert!(before != edited);

        let (old, new) = ("components/ticket.css", "components/stamp.css");
        fs::rename(directory.join(old), directory.join(new)).unwrap();
        assert!(edited != fingerprint());
    }

    #[test]
    fn a_stamp_stands_beside_the_output_until_removed() {
        let root = Scratch::new();
        let stamp = Stamp::beside(&root.path().join("site"));
        let fingerprint = Fingerprint::of(&[]).unwrap();
        assert!(!stamp.matches(&fingerprint));
        stamp.write(&fingerprint).unwrap();
        assert!(stamp.matches(&fingerprint));
        assert!(root.path().join("site.stamp").exists());
        stamp.remove().unwrap();
        stamp.remove().unwrap();
        assert!(!stamp.matches(&fingerprint));
    }
}
