//! The CNPJ, the registration number of a company in Brazil: digits, or digits and letters by
//! IN RFB 2.229/2024.

mod check;
mod error;
mod typing;

use std::fmt;
use std::str::FromStr;

pub use error::CnpjError;
pub use typing::{check_typed, count_typed, mask_typed, place_after};

const LENGTH: usize = 14;
const ROOT_LENGTH: usize = 8;
const ESTABLISHMENT_LENGTH: usize = 4;
const HEAD_OFFICE: &str = "0001";
const SEPARATORS: [char; 3] = ['.', '/', '-'];

/// Fourteen characters: twelve of `0-9A-Z` and two check digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cnpj(String);

impl Cnpj {
    /// Accepts the fourteen characters alone or with the full mask `XX.XXX.XXX/XXXX-DD`, but not
    /// with a part of the mask.
    ///
    /// # Errors
    /// The first of [`CnpjError`] that applies, in the order given there.
    pub fn parse(text: &str) -> Result<Self, CnpjError> {
        let bare = text.chars().filter(|c| !SEPARATORS.contains(c)).collect();
        let cnpj = Self::from_bare(bare)?;
        if text == cnpj.as_str() || text == cnpj.masked() {
            Ok(cnpj)
        } else {
            Err(CnpjError::Character)
        }
    }

    /// The fourteen characters without a mask. The database stores this form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `XX.XXX.XXX/XXXX-DD`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.0)
    }

    /// The first eight characters, which all establishments of one company share.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.0[..ROOT_LENGTH]
    }

    /// The four characters that tell the establishments of one company apart.
    #[must_use]
    pub fn establishment(&self) -> &str {
        &self.0[ROOT_LENGTH..ROOT_LENGTH + ESTABLISHMENT_LENGTH]
    }

    /// Whether it is the company's head office (IN RFB 2.229/2024: its establishment is 0001).
    #[must_use]
    pub fn is_head_office(&self) -> bool {
        self.establishment() == HEAD_OFFICE
    }

    fn from_bare(bare: String) -> Result<Self, CnpjError> {
        check::check(&bare)?;
        Ok(Self(bare))
    }
}

impl FromStr for Cnpj {
    type Err = CnpjError;

    fn from_str(text: &str) -> Result<Self, CnpjError> {
        Self::parse(text)
    }
}

impl fmt::Display for Cnpj {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

/// The characters with as much of the mask as they need. A separator appears together with the
/// character after it. After the fourteenth character there is no mask.
fn mask(bare: &str) -> String {
    let mut masked = String::with_capacity(bare.len() + 4);
    for (position, character) in bare.chars().enumerate() {
        masked.extend(separator_before(position));
        masked.push(character);
    }
    masked
}

fn separator_before(position: usize) -> Option<char> {
    match position {
        2 | 5 => Some('.'),
        8 => Some('/'),
        12 => Some('-'),
        _ => None,
    }
}
