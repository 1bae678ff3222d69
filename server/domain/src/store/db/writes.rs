//! The outcome of the last write. A portal that cannot write is not ready, even if it still shows
//! pages.

use std::sync::{Mutex, MutexGuard, PoisonError};

use metrics::counter;
use sea_orm::DbErr;

use super::Unavailable;

#[derive(Default)]
pub(super) struct Writes(Mutex<Option<Unavailable>>);

impl Writes {
    pub fn failure(&self) -> Option<Unavailable> {
        *self.lock()
    }

    /// Remembers that the database cannot be written. That it is absent or busy is found out by
    /// asking, and not remembered.
    pub fn record_failure(&self, error: Option<&DbErr>) {
        let trouble = error.and_then(Unavailable::of);
        if let Some(trouble @ (Unavailable::Full | Unavailable::Failing)) = trouble {
            let cause = if trouble == Unavailable::Full {
                "full"
            } else {
                "failing"
            };
            counter!("balcao_database_write_failures_total", "cause" => cause).increment(1);
            *self.lock() = Some(trouble);
        }
    }

    /// Forgets the failure, since a write succeeded.
    pub fn record_success(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Unavailable>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
