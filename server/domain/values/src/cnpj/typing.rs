//! A CNPJ while it is being typed: lenient about case and punctuation, never about the number.

use super::{Cnpj, CnpjError, LENGTH, SEPARATORS, check, mask};

impl Cnpj {
    /// What a form hands in: in either case, with dots, slashes, dashes and spaces wherever they
    /// were typed.
    ///
    /// # Errors
    /// As [`Cnpj::parse`], of what remains; characters beyond ASCII are refused here too.
    pub fn from_typed(typed: &str) -> Result<Self, CnpjError> {
        Self::from_bare(bare(typed))
    }
}

/// What the field shows: upper case, at most fourteen characters, with as much of the mask as
/// they call for.
#[must_use]
pub fn mask_typed(typed: &str) -> String {
    let kept: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(LENGTH)
        .collect();
    mask(&kept.to_ascii_uppercase())
}

/// What to say about the field: nothing while what is there can still become a CNPJ.
#[must_use]
pub fn check_typed(typed: &str) -> Option<Result<Cnpj, CnpjError>> {
    let bare = bare(typed);
    let unfinished = bare.len() < LENGTH && check::check(&bare) == Err(CnpjError::Length);
    (!unfinished).then(|| Cnpj::from_bare(bare))
}

fn bare(typed: &str) -> String {
    let punctuation = |c: &char| *c == ' ' || SEPARATORS.contains(c);
    typed
        .trim()
        .chars()
        .filter(|c| !punctuation(c))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
