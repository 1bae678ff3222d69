//! How much a document may grow to.

use std::cell::Cell;

use super::{super::ProblemKind, NAME, TEXT, VALUES};

/// What is left of the bounds.
pub(super) struct Budget {
    values: Cell<usize>,
    text: Cell<usize>,
}

impl Budget {
    pub(super) const fn new() -> Self {
        Self {
            values: Cell::new(VALUES),
            text: Cell::new(TEXT),
        }
    }

    /// Spends values with the bytes of their texts.
    pub(super) fn spend(&self, values: usize, text: usize) -> Result<(), ProblemKind> {
        let left = self.values.get().checked_sub(values);
        let text_left = self.text.get().checked_sub(text);
        match (left, text_left) {
            (Some(left), Some(text_left)) => {
                self.values.set(left);
                self.text.set(text_left);
                Ok(())
            }
            _ => Err(ProblemKind::TooMuch {
                values: VALUES,
                text: TEXT,
            }),
        }
    }

    /// Spends a name, which counts with its value.
    pub(super) fn spend_name(&self, name: &str) -> Result<(), ProblemKind> {
        if name.len() > NAME {
            return Err(ProblemKind::NameTooLong { limit: NAME });
        }
        self.spend(0, name.len())
    }

    /// How much is spent: values, and bytes of texts.
    pub(super) fn spent(&self) -> (usize, usize) {
        (VALUES - self.values.get(), TEXT - self.text.get())
    }
}
