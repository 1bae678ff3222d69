//! Why a password is refused.

use std::{error, fmt};

use super::{MissingRules, PASSWORD_MAX_CHARS};

/// Why a password is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    TooLong,
    Rules(MissingRules),
    /// The password contains a name of the person or a part of the address.
    Personal,
    /// The password is a common one in disguise, or a pattern.
    Common,
}

impl fmt::Display for PasswordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => {
                write!(
                    f,
                    "the password has more than {PASSWORD_MAX_CHARS} characters"
                )
            }
            Self::Rules(missing) => write!(f, "the password breaks the rules {missing:?}"),
            Self::Personal => f.write_str("the password holds the person's name or address"),
            Self::Common => f.write_str("the password is a common one"),
        }
    }
}

impl error::Error for PasswordError {}
