//! The five rules that a person sees beside the field.

use std::fmt;

use super::PASSWORD_MIN_CHARS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordRule {
    Length,
    Lowercase,
    Uppercase,
    Digit,
    /// A character that is neither a letter nor a digit, such as a space.
    Special,
}

impl PasswordRule {
    pub const ALL: [Self; 5] = [
        Self::Length,
        Self::Lowercase,
        Self::Uppercase,
        Self::Digit,
        Self::Special,
    ];

    /// Whether a normalised password meets this rule. Letters and digits of any script count.
    ///
    /// The caller normalises the password: a browser does it without the tables of this crate.
    #[must_use]
    pub fn holds(self, normalized: &str) -> bool {
        let mut characters = normalized.chars();
        match self {
            Self::Length => characters.nth(PASSWORD_MIN_CHARS - 1).is_some(),
            Self::Lowercase => characters.any(char::is_lowercase),
            Self::Uppercase => characters.any(char::is_uppercase),
            Self::Digit => characters.any(char::is_numeric),
            Self::Special => characters.any(|c| !c.is_alphanumeric()),
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The rules that a normalised password does not meet.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MissingRules(u8);

impl MissingRules {
    #[must_use]
    pub fn of(normalized: &str) -> Self {
        let broken = PasswordRule::ALL
            .into_iter()
            .filter(|rule| !rule.holds(normalized));
        Self(broken.fold(0, |bits, rule| bits | rule.bit()))
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub fn contains(self, rule: PasswordRule) -> bool {
        self.0 & rule.bit() != 0
    }

    /// In the order of [`PasswordRule::ALL`].
    pub fn iter(self) -> impl Iterator<Item = PasswordRule> {
        PasswordRule::ALL
            .into_iter()
            .filter(move |rule| self.contains(*rule))
    }
}

impl fmt::Debug for MissingRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
