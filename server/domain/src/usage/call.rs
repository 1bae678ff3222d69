//! A call, as whoever answered it hands it in to be counted.

use std::time::Duration;

use super::CallKind;
use crate::{
    clock::Timestamp,
    ids::{ApplicationId, TransactionId},
};

/// The first HTTP status code of a failure.
const FIRST_FAILURE: u16 = 400;

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
    /// The API's own code, as in `API-SMV-404`; none for a success that has none.
    pub code: Option<String>,
    /// The field that was wrong.
    pub field: Option<String>,
    pub elapsed: Duration,
}

impl CallRecord {
    pub(super) const fn failed(&self) -> bool {
        is_failure(self.status)
    }
}

pub(super) const fn is_failure(status: u16) -> bool {
    status >= FIRST_FAILURE
}
