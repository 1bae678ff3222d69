//! The key-encryption key, from the environment or, in a local run, from a file.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use data_encoding::HEXLOWER;
use domain::random::Random;
use secrecy::{ExposeSecret, SecretBox, SecretSlice};
use sha2::{Digest, Sha256};

const BYTES: usize = 32;
/// 64 bits are enough to tell keys apart.
const FINGERPRINT: usize = 8;
const FILE: &str = "key-encryption-key";

/// The key that secret keys are sealed with.
#[derive(Clone, Debug)]
pub struct KeyEncryptionKey(Arc<SecretBox<[u8; BYTES]>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not 32 bytes in base64")]
pub struct InvalidKey;

#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("{0} does not hold 32 bytes in base64")]
    Content(PathBuf),
    #[error("{0} can be neither read nor made: {1}")]
    File(PathBuf, io::Error),
}

impl KeyEncryptionKey {
    #[must_use]
    pub fn expose(&self) -> &[u8; BYTES] {
        self.0.expose_secret()
    }

    /// Identifies the key without revealing it, in backups and in the output of the doctor. The key
    /// is random, so it cannot be computed from the fingerprint.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::new()
            .chain_update(b"balcao: fingerprint of the key-encryption key")
            .chain_update(self.expose())
            .finalize();
        HEXLOWER.encode(&digest[..FINGERPRINT])
    }

    /// Whether a local run has made a key in this directory.
    #[must_use]
    pub fn is_in(directory: &Path) -> bool {
        Self::file_in(directory).exists()
    }

    /// The file of a local run's key.
    #[must_use]
    pub fn file_in(directory: &Path) -> PathBuf {
        directory.join(FILE)
    }

    /// The key of a local run, made when it is missing.
    ///
    /// # Errors
    /// [`KeyFileError`] when the file cannot be read or made, or holds no key.
    pub fn of_directory(directory: &Path, random: &dyn Random) -> Result<Self, KeyFileError> {
        let file = Self::file_in(directory);
        if let Err(error) = make(&file, random)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(KeyFileError::File(file, error));
        }
        match fs::read_to_string(&file) {
            Ok(text) => text.trim().parse().map_err(|_| KeyFileError::Content(file)),
            Err(error) => Err(KeyFileError::File(file, error)),
        }
    }
}

/// Creates the file for its owner alone, unless it exists: a key is never overwritten.
fn make(file: &Path, random: &dyn Random) -> io::Result<()> {
    if let Some(directory) = file.parent() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(directory)?;
    }
    let mut new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    let mut key = [0; BYTES];
    random.fill(&mut key);
    writeln!(new, "{}", STANDARD.encode(key))?;
    new.sync_all()
}

impl FromStr for KeyEncryptionKey {
    type Err = InvalidKey;

    fn from_str(text: &str) -> Result<Self, InvalidKey> {
        let bytes = STANDARD.decode(text).map_err(|_| InvalidKey)?;
        let bytes = SecretSlice::from(bytes);
        let key = SecretBox::try_init_with(|| bytes.expose_secret().try_into());
        key.map(|key| Self(Arc::new(key))).map_err(|_| InvalidKey)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use domain::random::SystemRandom;

    use super::*;

    #[test]
    fn the_key_of_a_local_run_is_made_once_for_its_owner_alone() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path().join("data");
        let key = KeyEncryptionKey::of_directory(&directory, &SystemRandom).unwrap();
        let again = KeyEncryptionKey::of_directory(&directory, &SystemRandom).unwrap();
        assert_eq!(again.expose(), key.expose());
        let mode = fs::metadata(directory.join(FILE))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_with_something_else_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(FILE), "something else").unwrap();
        let error = KeyEncryptionKey::of_directory(home.path(), &SystemRandom).unwrap_err();
        assert!(matches!(error, KeyFileError::Content(_)), "{error}");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "",
            "abc",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
            &"A".repeat(44),
        ] {
            let refused = text.parse::<KeyEncryptionKey>().err();
            assert_eq!(refused, Some(InvalidKey), "{text}");
        }
        assert!(
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                .parse::<KeyEncryptionKey>()
                .is_ok()
        );
    }
}
