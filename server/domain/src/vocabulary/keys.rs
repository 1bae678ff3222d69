//! Public and secret keys. They consist of characters that URL encoding leaves as they are (RFC
//! 3986 §2.3).

use std::fmt;

use sea_orm::DeriveValueType;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use values::credential::{self, PUBLIC_KEY_LENGTH, SECRET_DRAWN, is_public_key};

use crate::random::{Random, alphanumeric};

/// Identifies an application; it is no secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash, DeriveValueType)]
pub struct PublicKey(String);

impl PublicKey {
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self(alphanumeric(random, PUBLIC_KEY_LENGTH))
    }

    /// Parses a key of the current or an earlier form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_public_key(text).then(|| Self(text.to_owned()))
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

/// Proves that a call comes from the application.
#[derive(Clone, Debug)]
pub struct SecretKey(SecretString);

impl SecretKey {
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        Self::from_plain(credential::secret_key(&alphanumeric(random, SECRET_DRAWN)))
    }

    pub(crate) fn from_plain(plain: String) -> Self {
        Self(plain.into())
    }

    /// The key in plain form, for the page that shows it only.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The hash that calls are checked against. The key has enough entropy for a fast hash.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.expose()).into()
    }
}

impl PartialEq for SecretKey {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for SecretKey {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn keys_are_of_their_form_and_no_two_alike() {
        let (public, secret) = (
            PublicKey::generate(&SystemRandom),
            SecretKey::generate(&SystemRandom),
        );
        assert_eq!(PublicKey::parse(public.as_str()), Some(public.clone()));
        assert!(credential::is_secret_key(secret.expose()));
        assert!(credential::checksum_holds(secret.expose()));
        let pair = format!("{public}:{}", secret.expose());
        assert_eq!(pair.len(), 57, "more is broken by plain base64");
        assert_ne!(PublicKey::generate(&SystemRandom), public);
        assert_ne!(SecretKey::generate(&SystemRandom), secret);
    }

    #[test]
    fn debug_does_not_tell_the_secret() {
        let secret = SecretKey::generate(&SystemRandom);
        let shown = format!("{secret:?}");
        assert!(!shown.contains(&secret.expose()[4..8]), "{shown}");
    }
}
