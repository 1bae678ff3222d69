//! The one rule behind all bounded texts.

use unicode_normalization::UnicodeNormalization;

use super::{TextError, characters};

pub(super) struct Rule {
    pub(super) min: usize,
    pub(super) max: usize,
    pub(super) tidy: fn(&str) -> String,
    /// What this text refuses beyond what all do.
    pub(super) refuses: fn(&str) -> bool,
}

impl Rule {
    pub(super) const fn line(min: usize, max: usize) -> Self {
        Self {
            min,
            max,
            tidy: fold,
            refuses: |_| false,
        }
    }

    pub(super) const fn paragraphs(min: usize, max: usize) -> Self {
        Self {
            tidy: fold_lines,
            ..Self::line(min, max)
        }
    }

    pub(super) fn apply(&self, raw: &str) -> Result<String, TextError> {
        let composed: String = raw.nfc().collect();
        let text = (self.tidy)(&composed);
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

/// Trims, and makes one space of any white space inside.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds each line, and keeps at most one empty line between two.
fn fold_lines(text: &str) -> String {
    let mut lines: Vec<String> = text
        .replace("\r\n", "\n")
        .split(characters::ends_line)
        .map(fold)
        .collect();
    lines.dedup_by(|next, previous| next.is_empty() && previous.is_empty());
    lines.join("\n").trim().to_owned()
}
