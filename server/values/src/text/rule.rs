//! The one rule behind all bounded texts.

use unicode_normalization::UnicodeNormalization;

use super::{TextError, characters};
use crate::tidy;

pub(super) struct Rule {
    pub(super) min: usize,
    pub(super) max: usize,
    pub(super) tidy: fn(&str) -> String,
    /// What this type refuses in addition to what every type refuses.
    pub(super) refuses: fn(&str) -> bool,
}

impl Rule {
    pub(super) const fn line(min: usize, max: usize) -> Self {
        Self {
            min,
            max,
            tidy: tidy::line,
            refuses: |_| false,
        }
    }

    pub(super) const fn paragraphs(min: usize, max: usize) -> Self {
        Self {
            tidy: tidy::paragraphs,
            ..Self::line(min, max)
        }
    }

    pub(super) fn apply(&self, raw: &str) -> Result<String, TextError> {
        let text: String = (self.tidy)(raw).nfc().collect();
        let length = text.chars().count();
        if text.is_empty() {
            Err(TextError::Empty)
        } else if text.chars().any(characters::is_hidden) || (self.refuses)(&text) {
            Err(TextError::Character)
        } else if length < self.min {
            Err(TextError::TooShort { min: self.min })
        } else if length > self.max {
            Err(TextError::TooLong { max: self.max })
        } else {
            Ok(text)
        }
    }
}
