//! The terms of a quota, and its state.

use std::time::Duration;

use chrono::{DurationRound, TimeDelta};

use super::SANDBOX_CALLS;
use crate::{
    catalogue::PlanOffer,
    clock::Timestamp,
    ids::{ApplicationId, QuotaId, SecretId},
};

/// A limit of calls within a time.
///
/// Terms that begin later than the previous ones begin a new count: the next period of a plan that
/// renews, or another plan. Any other change moves the limit and the end, and keeps the use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub quota: QuotaId,
    pub application: ApplicationId,
    pub calls: u64,
    pub starts_at: Timestamp,
    /// `None` where the plan has no end.
    pub ends_at: Option<Timestamp>,
    /// Whether another count begins at the end.
    pub renews: bool,
}

/// Whether a call is admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It is; this is the state after it.
    Within(QuotaState),
    /// No calls are left.
    Exhausted(QuotaState),
    /// The time is over or has not begun.
    Ended(QuotaState),
}

/// The state of a quota, as the `RateLimit` headers tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaState {
    pub calls: u64,
    /// At most the calls that are left; less while other instances hold some.
    pub remaining: u64,
    /// The time from the start to the end.
    pub window: Option<Duration>,
    /// The time until the end.
    pub left: Option<Duration>,
    /// Whether calls come back at the end.
    pub renews: bool,
}

impl QuotaState {
    /// The state of an application that may not call any more.
    pub(crate) const OVER: Self = Self {
        calls: 0,
        remaining: 0,
        window: None,
        left: None,
        renews: false,
    };
}

/// The share of `used` in `limit`, in percent.
pub(super) const fn percent(used: u64, limit: u64) -> u64 {
    let limit = if limit == 0 { 1 } else { limit };
    used.saturating_mul(100) / limit
}

impl Terms {
    /// The terms of an application that is on a plan since then, in the period that runs now;
    /// `None` when the plan has no limit of calls.
    #[must_use]
    pub fn of_plan(
        application: ApplicationId,
        offer: PlanOffer,
        since: Timestamp,
        now: Timestamp,
    ) -> Option<Self> {
        let period = offer.period(since, now);
        Some(Self {
            quota: QuotaId(application.0),
            application,
            calls: offer.calls?.into(),
            starts_at: period.starts_at,
            ends_at: period.ends_at,
            renews: offer.renews && period.ends_at.is_some(),
        })
    }

    /// The terms of a sandbox credential, by its only secret: a number of calls each day (UTC).
    #[must_use]
    pub fn of_sandbox(secret: SecretId, application: ApplicationId, now: Timestamp) -> Self {
        let day = TimeDelta::days(1);
        let starts_at = now.duration_trunc(day).unwrap_or(now);
        Self {
            quota: QuotaId(secret.0),
            application,
            calls: SANDBOX_CALLS,
            starts_at,
            ends_at: Some(starts_at + day),
            renews: true,
        }
    }

    /// Whether the time has begun and is not over.
    pub(super) fn run_at(&self, now: Timestamp) -> bool {
        self.starts_at <= now && self.ends_at.is_none_or(|end| now < end)
    }

    pub(super) fn state(&self, remaining: u64, now: Timestamp) -> QuotaState {
        let between = |from: Timestamp, to: Timestamp| (to - from).to_std().unwrap_or_default();
        QuotaState {
            calls: self.calls,
            remaining,
            window: self.ends_at.map(|end| between(self.starts_at, end)),
            left: self.ends_at.map(|end| between(now, end)),
            renews: self.renews,
        }
    }
}
