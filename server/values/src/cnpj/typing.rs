//! Checks a CNPJ while somebody types it: any case and any punctuation, but the right number.

use super::{Cnpj, CnpjError, LENGTH, SEPARATORS, check, mask};
use crate::tidy;

impl Cnpj {
    /// Reads the field of a form: upper or lower case, with dots, slashes, dashes and spaces of any
    /// kind at any place.
    ///
    /// # Errors
    /// The errors of [`Cnpj::parse`] for the text without punctuation. Characters beyond ASCII are
    /// errors.
    pub fn from_typed(typed: &str) -> Result<Self, CnpjError> {
        Self::from_bare(bare(typed))
    }
}

/// The text that the field shows: upper case, with as much of the mask as the characters need.
/// Wrong characters stay visible, and characters beyond the fourteenth stand at the end.
#[must_use]
pub fn mask_typed(typed: &str) -> String {
    mask(&bare(typed))
}

/// The number of characters in a typed text, without the mask and what the tidy-up removes. The
/// text before the caret has the same number before and after masking.
#[must_use]
pub fn count_typed(typed: &str) -> usize {
    bare(typed).chars().count()
}

/// The place in a masked text after so many characters that are not part of the mask.
#[must_use]
pub fn place_after(masked: &str, counted: usize) -> usize {
    let mut counts = masked.chars().scan(0, |seen, c| {
        *seen += usize::from(!SEPARATORS.contains(&c));
        Some(*seen)
    });
    match counted {
        0 => 0,
        _ => counts
            .position(|seen| seen == counted)
            .map_or_else(|| masked.chars().count(), |at| at + 1),
    }
}

/// The message beside the field, or `None` while more characters can complete a CNPJ.
#[must_use]
pub fn check_typed(typed: &str) -> Option<Result<Cnpj, CnpjError>> {
    let bare = bare(typed);
    let unfinished = bare.chars().count() < LENGTH && check::check(&bare) == Err(CnpjError::Length);
    (!unfinished).then(|| Cnpj::from_bare(bare))
}

fn bare(typed: &str) -> String {
    let punctuation = |c: &char| *c == ' ' || SEPARATORS.contains(c);
    tidy::code(typed)
        .chars()
        .filter(|c| !punctuation(c))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
