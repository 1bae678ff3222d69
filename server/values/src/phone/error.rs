//! What can be wrong with a telephone number.

use std::{error, fmt};

/// In the order they are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneError {
    /// Nothing typed, or no digit in it.
    Empty,
    /// Something other than ASCII digits, spaces, `( ) - .` and a plus in front.
    Character,
    /// A number of another country.
    Country,
    /// 0800, 0300 and the like: people cannot be reached there.
    Service,
    /// The number alone, without the area code.
    AreaMissing,
    /// An area code that is not in use.
    AreaCode,
    /// Neither nine digits from 9 (mobile) nor eight digits from 2 to 5 (fixed).
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
