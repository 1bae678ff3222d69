//! Brazilian telephone numbers in the international form (ITU-T E.164).

mod area;
mod error;
mod reading;

use std::fmt;
use std::str::FromStr;

pub use error::PhoneError;

const COUNTRY: &str = "55";
const AREA_LENGTH: usize = 2;
/// The place of the number in `+55AANNNNNNNN`.
const NUMBER_AT: usize = 1 + COUNTRY.len() + AREA_LENGTH;

/// A mobile or a fixed number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl Phone {
    /// Accepts a number with its area code, with or without the country code, the leading 0 and the
    /// usual punctuation.
    ///
    /// # Errors
    /// The first of [`PhoneError`] that applies, in the order given there.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let (area, number) = reading::area_and_number(text)?;
        Ok(Self(format!("+{COUNTRY}{area}{number}")))
    }

    /// `+5511987654321`. The database stores this form.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// `(11) 98765-4321`, as Brazilians write it.
    #[must_use]
    pub fn national(&self) -> String {
        let area = &self.0[NUMBER_AT - AREA_LENGTH..NUMBER_AT];
        let number = &self.0[NUMBER_AT..];
        let (start, end) = number.split_at(number.len() - 4);
        format!("({area}) {start}-{end}")
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        Self::parse(text)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.national())
    }
}
