//! What can be wrong with a CNPJ.

use std::{error, fmt};

/// Why a CNPJ is refused, in the order of the checks. Mistakes that people can see come first:
///
/// 1. [`Character`](Self::Character): something other than `0-9A-Z` and the mask;
/// 2. [`Length`](Self::Length): more than fourteen characters;
/// 3. [`Character`](Self::Character): a letter where a check digit belongs;
/// 4. [`Length`](Self::Length): fewer than fourteen characters;
/// 5. [`Repeated`](Self::Repeated): one digit fourteen times;
/// 6. [`CheckDigit`](Self::CheckDigit): well formed, but mistyped somewhere;
/// 7. [`Character`](Self::Character): a right number with a part of the mask, or with a mask out of
///    place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CnpjError {
    Length,
    Character,
    CheckDigit,
    Repeated,
}

impl fmt::Display for CnpjError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "a CNPJ has fourteen characters",
            Self::Character => "a CNPJ has a character that does not belong there",
            Self::CheckDigit => "the check digits of the CNPJ do not match",
            Self::Repeated => "a CNPJ is not one digit repeated",
        })
    }
}

impl error::Error for CnpjError {}
