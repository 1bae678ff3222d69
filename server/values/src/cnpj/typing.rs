//! A CNPJ while it is being typed: lenient about case and punctuation, never about the number.

use super::{Cnpj, CnpjError, LENGTH, SEPARATORS, check, mask};
use crate::tidy;

impl Cnpj {
    /// What a form hands in: in either case, with dots, slashes, dashes and spaces of any kind
    /// wherever they were typed.
    ///
    /// # Errors
    /// As [`Cnpj::parse`], of what remains; characters beyond ASCII are refused here too.
    pub fn from_typed(typed: &str) -> Result<Self, CnpjError> {
        Self::from_bare(bare(typed))
    }
}

/// What the field shows: upper case, with as much of the mask as the characters call for. What
/// does not belong there stays to be seen, and what is too much stands at the end.
#[must_use]
pub fn mask_typed(typed: &str) -> String {
    mask(&bare(typed))
}

/// How many characters of a typed text count: neither the mask nor what the tidy-up leaves out.
/// What stands before a caret is as many before and after the text is masked.
#[must_use]
pub fn count_typed(typed: &str) -> usize {
    bare(typed).chars().count()
}

/// Where in a masked text so many characters that count have gone by, in characters.
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

/// What to say about the field: nothing while what is there can still become a CNPJ.
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
