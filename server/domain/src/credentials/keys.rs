//! The two keys, drawn from `[A-Za-z0-9]` alone: clients disagree on how to URL-encode the rest.

use std::fmt;

use sea_orm::DeriveValueType;
use sha2::{Digest, Sha256};

use crate::random::{Random, alphanumeric};

/// Names an application to the API; no secret. 32 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, DeriveValueType)]
pub struct PublicKey(String);

impl PublicKey {
    pub const LENGTH: usize = values::credential::PUBLIC_KEY_LENGTH;

    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self(alphanumeric(random, Self::LENGTH))
    }

    /// Reads a key; what has another length or other characters is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == Self::LENGTH && text.bytes().all(|b| b.is_ascii_alphanumeric());
        fits.then(|| Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Proves that a call is the application's own. 48 characters, 285 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(String);

impl SecretKey {
    pub const LENGTH: usize = values::credential::SECRET_KEY_LENGTH;

    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self(alphanumeric(random, Self::LENGTH))
    }

    pub(super) const fn from_plain(plain: String) -> Self {
        Self(plain)
    }

    /// The key itself: for the page that shows it and for nothing else.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What a key that comes with a call is checked against. Its entropy makes a slow hash
    /// needless.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn keys_are_of_their_length_and_of_letters_and_digits() {
        let (public, secret) = (
            PublicKey::generate(&SystemRandom),
            SecretKey::generate(&SystemRandom),
        );
        for (key, length) in [(public.as_str(), 32), (secret.expose(), 48)] {
            assert_eq!(key.len(), length);
            assert!(key.chars().all(|c| c.is_ascii_alphanumeric()));
        }
    }

    #[test]
    fn debug_does_not_tell_the_secret() {
        let secret = SecretKey::generate(&SystemRandom);
        assert_eq!(format!("{secret:?}"), "SecretKey(…)");
    }
}
