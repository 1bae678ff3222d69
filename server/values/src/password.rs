//! New passwords: the rules that a person sees while typing, and the checks of the server.

mod common;
mod error;
mod fold;
mod pattern;
mod personal;
mod rule;

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

pub use error::PasswordError;
pub use rule::{MissingRules, PasswordRule};

/// The least number of characters, after normalisation.
pub const PASSWORD_MIN_CHARS: usize = 8;
/// The greatest number of characters, after normalisation. It fits any phrase and bounds the
/// hashing.
pub const PASSWORD_MAX_CHARS: usize = 128;

/// Normalises a password to NFC, so that two keyboards give the same password.
#[must_use]
pub fn normalize_password(password: &str) -> String {
    password.nfc().collect()
}

/// A normalised password that passed every check.
#[derive(Debug)]
pub struct NewPassword(SecretString);

impl NewPassword {
    /// Checks a password by the rules, by the names and the address of the person in `about`, and
    /// by the lists of common passwords.
    ///
    /// # Errors
    /// The first of [`PasswordError`] that applies, in the order given there.
    pub fn parse(raw: &str, about: &[&str]) -> Result<Self, PasswordError> {
        let password: String = raw.nfc().take(PASSWORD_MAX_CHARS + 1).collect();
        if password.chars().count() > PASSWORD_MAX_CHARS {
            return Err(PasswordError::TooLong);
        }
        let missing = MissingRules::of(&password);
        if !missing.is_empty() {
            return Err(PasswordError::Rules(missing));
        }
        if personal::is_personal(&password, about) {
            return Err(PasswordError::Personal);
        }
        if common::is_common(&password) {
            return Err(PasswordError::Common);
        }
        Ok(Self(password.into()))
    }

    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}
