//! What can be told to be wrong with two keys by looking at them alone.

use super::{checksum_holds, is_public_key, is_secret_key};

/// A mistake with the keys that no database need be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The secret key ends in a line break: `echo` where `printf` belongs.
    LineBreak,
    /// Each stands where the other belongs.
    Swapped,
    /// The secret key where the public one belongs.
    SecretForPublic,
    /// The public key where the secret one belongs.
    PublicForSecret,
    /// The checksum of the secret key does not hold: a character of it is wrong.
    Character,
}

/// The first mistake that two keys tell of themselves.
#[must_use]
pub fn slip(public_key: &str, secret_key: &str) -> Option<Slip> {
    let secret_first = is_secret_key(public_key);
    let public_last = is_public_key(secret_key);
    if secret_key.ends_with(['\n', '\r']) {
        Some(Slip::LineBreak)
    } else if secret_first && public_last {
        Some(Slip::Swapped)
    } else if secret_first {
        Some(Slip::SecretForPublic)
    } else if public_last {
        Some(Slip::PublicForSecret)
    } else if is_secret_key(secret_key) && !checksum_holds(secret_key) {
        Some(Slip::Character)
    } else {
        None
    }
}
