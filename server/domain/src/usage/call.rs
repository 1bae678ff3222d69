//! The record of an answered call, from whoever answered it.

use std::time::Duration;

use super::CallKind;
use crate::{
    clock::Timestamp,
    ids::{ApplicationId, TransactionId},
};

/// The first HTTP status code of a failure.
const FIRST_FAILURE: u16 = 400;

/// The largest lengths of stored texts, in characters.
const MAX_METHOD: usize = 32;
const MAX_PATH: usize = 1000;
const MAX_FIELD: usize = 200;

/// A call that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRecord {
    pub id: TransactionId,
    pub application: ApplicationId,
    pub kind: CallKind,
    pub at: Timestamp,
    pub method: String,
    /// Without the query, which may carry personal data.
    pub path: String,
    pub status: u16,
    /// The API's own code, as in `API-SMV-404`; `None` for a success without one.
    pub code: Option<String>,
    /// The field that was wrong.
    pub field: Option<String>,
    pub elapsed: Duration,
}

impl CallRecord {
    /// The record with texts that every database takes: of limited length and without control
    /// characters.
    pub(super) fn tidied(mut self) -> Self {
        tidy(&mut self.method, MAX_METHOD);
        tidy(&mut self.path, MAX_PATH);
        for text in [&mut self.code, &mut self.field].into_iter().flatten() {
            tidy(text, MAX_FIELD);
        }
        self
    }

    pub(super) const fn failed(&self) -> bool {
        is_failure(self.status)
    }
}

fn tidy(text: &mut String, most: usize) {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
    text.retain(|character| !character.is_control());
}

pub(super) const fn is_failure(status: u16) -> bool {
    status >= FIRST_FAILURE
}
