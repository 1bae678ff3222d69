//! Mistakes with two keys that the keys alone show.

use super::{checksum_holds, is_public_key, is_secret_key};

/// A mistake with the keys that shows without the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMistake {
    /// The secret key ends in a line break: `echo` was used instead of `printf`.
    LineBreak,
    /// Each key stands in the place of the other.
    Swapped,
    /// The secret key stands in the place of the public one.
    SecretForPublic,
    /// The public key stands in the place of the secret one.
    PublicForSecret,
    /// The checksum of the secret key is wrong, so one of its characters is.
    Character,
}

/// The first mistake that the two keys show.
#[must_use]
pub fn key_mistake(public_key: &str, secret_key: &str) -> Option<KeyMistake> {
    let secret_first = is_secret_key(public_key);
    let public_last = is_public_key(secret_key);
    if secret_key.ends_with(['\n', '\r']) {
        Some(KeyMistake::LineBreak)
    } else if secret_first && public_last {
        Some(KeyMistake::Swapped)
    } else if secret_first {
        Some(KeyMistake::SecretForPublic)
    } else if public_last {
        Some(KeyMistake::PublicForSecret)
    } else if is_secret_key(secret_key) && !checksum_holds(secret_key) {
        Some(KeyMistake::Character)
    } else {
        None
    }
}
