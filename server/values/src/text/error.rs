//! What can be wrong with a text.

use std::{error, fmt};

/// Why a text is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextError {
    /// The text has only white space.
    Empty,
    /// The text has a control character, or it is the name of a person and has markup, an address, a
    /// sum of money, or digits alone.
    Character,
    TooShort {
        min: usize,
    },
    TooLong {
        max: usize,
    },
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text is empty"),
            Self::Character => {
                f.write_str("the text has something in it that does not belong there")
            }
            Self::TooShort { min } => write!(f, "the text has fewer than {min} characters"),
            Self::TooLong { max } => write!(f, "the text has more than {max} characters"),
        }
    }
}

impl error::Error for TextError {}
