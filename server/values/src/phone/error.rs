//! What can be wrong with a telephone number.

use std::{error, fmt};

/// Why a telephone number is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneError {
    /// The text has no digit.
    Empty,
    /// A character is no ASCII digit, no space, none of `( ) - .` and no plus in front.
    Character,
    /// The number belongs to another country.
    Country,
    /// The number is that of a service (0800, 0300 and others), which reaches no person.
    Service,
    /// The number has no area code.
    AreaMissing,
    /// The area code is not in use.
    AreaCode,
    /// The number has neither nine digits from 9 (mobile) nor eight digits from 2 to 5 (fixed).
    Number,
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the telephone number is empty",
            Self::Character => "the telephone number has a character that does not belong there",
            Self::Country => "the telephone number is of another country",
            Self::Service => "the telephone number is a service number",
            Self::AreaMissing => "the telephone number lacks its area code",
            Self::AreaCode => "the area code of the telephone number does not exist",
            Self::Number => "the telephone number is neither a mobile nor a fixed one",
        })
    }
}

impl error::Error for PhoneError {}
