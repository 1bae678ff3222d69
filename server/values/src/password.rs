//! Choosing a password: rules that tick while one types, and a server that decides.

mod common;
mod error;
mod fold;
mod pattern;
mod personal;
mod rule;

use std::fmt;

use unicode_normalization::UnicodeNormalization;

pub use error::PasswordError;
pub use rule::{MissingRules, PasswordRule};

/// In characters of the normalised password.
pub const PASSWORD_MIN_CHARS: usize = 8;
/// In characters of the normalised password: enough for any phrase, and a bound on what is hashed.
pub const PASSWORD_MAX_CHARS: usize = 128;

/// NFC, so that one password typed on two keyboards is the same password.
#[must_use]
pub fn normalize_password(password: &str) -> String {
    password.nfc().collect()
}

/// A password fit to be set, normalised.
pub struct NewPassword(String);

impl NewPassword {
    /// Holds a password against the rules, the common ones, and what is known `about` the person:
    /// names and address.
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
        Ok(Self(password))
    }

    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}
