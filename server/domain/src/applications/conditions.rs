//! On what conditions an application was approved: from when to when, with how many calls, by which
//! contract.

use std::fmt;

use chrono::NaiveDate;
use chrono_tz::Tz;
use values::ContractNumber;

use crate::{Scope, catalogue, clock::Timestamp};

pub use crate::entities::application_conditions::Model as StoredConditions;

/// More calls are taken for a typing mistake.
pub const MAX_CALLS: u32 = 2_000_000_000;

/// The conditions of an approval, as a contract manager sets them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// The first day on which calls pass, where the portal is.
    pub starts_on: Option<NaiveDate>,
    /// The last one.
    pub ends_on: Option<NaiveDate>,
    /// Calls in each period of the plan, instead of the plan's own.
    pub calls: Option<u32>,
    pub contract_number: Option<ContractNumber>,
}

/// Conditions that cannot be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConditionsError {
    #[error("the contract ends before it begins")]
    EndsBeforeStart,
    #[error("the last day of the contract is past")]
    EndIsPast,
    #[error("a quota is of at least one call")]
    NoCalls,
    /// An application whose plan changes has its conditions already.
    #[error("a change of plan sets no conditions")]
    PlanChange,
}

impl Conditions {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether they can be met from today on.
    ///
    /// # Errors
    /// The first of [`ConditionsError`] that applies.
    pub fn check(&self, scope: &Scope) -> Result<(), ConditionsError> {
        self.check_keeping(scope, None)
    }

    /// The same, where a last day that is past may stay what it is.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn check_keeping(
        &self,
        scope: &Scope,
        last_day: Option<NaiveDate>,
    ) -> Result<(), ConditionsError> {
        if let (Some(start), Some(end)) = (self.starts_on, self.ends_on)
            && end < start
        {
            return Err(ConditionsError::EndsBeforeStart);
        }
        if self.ends_on != last_day && self.ends_on.is_some_and(|end| end < today(scope)) {
            return Err(ConditionsError::EndIsPast);
        }
        if self
            .calls
            .is_some_and(|calls| calls == 0 || calls > MAX_CALLS)
        {
            return Err(ConditionsError::NoCalls);
        }
        Ok(())
    }
}

/// For the audit trail.
impl fmt::Display for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            self.starts_on.map(|day| format!("from {day}")),
            self.ends_on.map(|day| format!("until {day}")),
            self.calls.map(|calls| format!("{calls} calls")),
            self.contract_number
                .as_ref()
                .map(|number| format!("contract {number}")),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        f.write_str(if parts.is_empty() { "none" } else { "" })?;
        f.write_str(&parts.join(", "))
    }
}

/// When the calls of an application pass; `None` where nobody set a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

impl Validity {
    #[must_use]
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= now)
    }

    #[must_use]
    pub fn has_ended(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

impl StoredConditions {
    /// When calls pass: from the first moment of the first day to the last one of the last day.
    #[must_use]
    pub fn validity(&self, zone: Tz) -> Validity {
        let before = self.starts_on.map(|day| day.pred_opt().unwrap_or(day));
        Validity {
            from: before.map(|day| catalogue::end_of(day, zone)),
            until: self.ends_on.map(|day| catalogue::end_of(day, zone)),
        }
    }

    /// Calls instead of those of the plan.
    #[must_use]
    pub fn quota(&self) -> Option<u32> {
        self.calls.and_then(|calls| u32::try_from(calls).ok())
    }

    /// Whether they say anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let without = self.starts_on.is_none() && self.ends_on.is_none() && self.calls.is_none();
        without && self.contract_number.is_none()
    }
}

/// The day that it is where the portal is.
pub(crate) fn today(scope: &Scope) -> NaiveDate {
    let zone = &scope.portal.settings.time_zone;
    scope.now().with_timezone(zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ApplicationId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn conditions(starts_on: Option<&str>, ends_on: Option<&str>) -> StoredConditions {
        StoredConditions {
            application_id: ApplicationId(uuid::Uuid::nil()),
            starts_on: starts_on.map(day),
            ends_on: ends_on.map(day),
            calls: None,
            contract_number: None,
            revision: 1,
            updated_at: "2026-08-03T12:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn calls_pass_from_the_first_day_to_the_last_where_the_portal_is() {
        let zone = chrono_tz::America::Sao_Paulo;
        let valid = conditions(Some("2026-08-10"), Some("2026-08-11")).validity(zone);
        for (at, begun, ended) in [
            ("2026-08-10T02:59:59Z", false, false),
            ("2026-08-10T03:00:00Z", true, false),
            ("2026-08-12T02:59:59Z", true, false),
            ("2026-08-12T03:00:00Z", true, true),
        ] {
            let at = at.parse().unwrap();
            assert_eq!((valid.has_begun(at), valid.has_ended(at)), (begun, ended));
        }
        let always = conditions(None, None).validity(zone);
        let at = "2026-08-10T02:59:59Z".parse().unwrap();
        assert!(always.has_begun(at) && !always.has_ended(at));
    }
}
