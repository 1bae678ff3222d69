//! Rules: how long to wait after how many failures.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{
    ExprTrait,
    sea_query::{CaseStatement, Expr},
};

use crate::{clock::Timestamp, entities::throttle};

/// Failures older than this are forgotten under any rule.
pub(super) const LONGEST_MEMORY: TimeDelta = TimeDelta::hours(24);

/// Far longer than checking a password takes. An attempt whose end was not recorded by then,
/// because the client went away or the process died, counts as a failure.
const LONGEST_TRY: TimeDelta = TimeDelta::seconds(30);

pub(super) struct Rule {
    /// How many failures cause no wait.
    free: u32,
    /// The wait after the first further failure; each one after it doubles the wait.
    first: Duration,
    longest: Duration,
    /// Failures are forgotten this long after the last one.
    memory: TimeDelta,
}

impl Rule {
    pub const ACCOUNT_FROM_ONE_NETWORK: Self = Self::new(5, 1, 15 * 60);
    /// Slows guesses from many networks down. The owner waits half a minute at most, and a link by
    /// mail removes even that.
    pub const ACCOUNT: Self = Self::new(20, 1, 30);
    /// For a browser that the owner signed in with before.
    pub const BROWSER: Self = Self::new(5, 1, 15 * 60);
    /// For codes of second factors. Only whoever has the password counts here, from wherever they
    /// come, so nobody else keeps the owner out.
    pub const FACTOR: Self = Self::new(5, 1, 15 * 60);
    pub const NETWORK: Self = Self::new(30, 1, 15 * 60);
    /// For mails that say the same.
    pub const NOTICE: Self = Self::new(0, 60, 4 * 60 * 60);
    /// For links for the same purpose.
    pub const LINK: Self = Self::new(0, 60, 60 * 60);
    /// For forms of one network that cause mails.
    pub const FORM: Self = Self {
        memory: TimeDelta::hours(1),
        ..Self::new(20, 60, 15 * 60)
    };

    /// For mails to an address that somebody typed who may not own it.
    pub const RECEIPT: Self = Self::new(2, 15 * 60, 4 * 60 * 60);

    /// For acts of one person that cause mails to others or use numbers up.
    pub const ACTS: Self = Self {
        memory: TimeDelta::hours(1),
        ..Self::new(30, 60, 15 * 60)
    };

    /// For invitations of one group, whose addresses somebody typed.
    pub const INVITATIONS: Self = Self::new(20, 15 * 60, 4 * 60 * 60);

    /// For similar mails to one reader.
    pub const BUNDLE: Self = Self {
        memory: TimeDelta::minutes(15),
        ..Self::new(super::bundle::ALONE, 15 * 60, 15 * 60)
    };

    const fn new(free: u32, first_seconds: u64, longest_seconds: u64) -> Self {
        Self {
            free,
            first: Duration::from_secs(first_seconds),
            longest: Duration::from_secs(longest_seconds),
            memory: LONGEST_MEMORY,
        }
    }

    /// The wait after this many failures.
    pub fn delay_after(&self, failures: u32) -> Duration {
        match failures.checked_sub(self.free + 1) {
            None => Duration::ZERO,
            Some(doublings) => self
                .first
                .saturating_mul(2_u32.saturating_pow(doublings))
                .min(self.longest),
        }
    }

    /// Whether one more counts. Free failures are counted and not timed, so the order in which two
    /// concurrent ones are written does not matter.
    pub fn open(&self, now: Timestamp) -> Expr {
        let waited = stored(throttle::Column::RetryAt).lte(now);
        self.failed(now).lte(self.free).or(waited)
    }

    /// Whether one more attempt can be checked: all pending ones may fail. After the free failures,
    /// attempts are checked one by one.
    pub fn has_room(&self, now: Timestamp) -> Expr {
        let taken = self.failed(now).add(pending(now));
        taken.lte(self.free).or(pending(now).eq(0))
    }

    /// Whether the bucket of this row must wait.
    pub fn is_closed(&self, row: &throttle::Model, now: Timestamp) -> bool {
        row.retry_at > now && self.failures(row, now) > i64::from(self.free)
    }

    /// The failures of a row that still count.
    pub fn failures(&self, row: &throttle::Model, now: Timestamp) -> i64 {
        let forgotten = row.last_failure_at <= now - self.memory;
        let failures = if forgotten { 0 } else { row.failures };
        let abandoned = row.pending_at.is_some_and(|at| at <= now - LONGEST_TRY);
        i64::from(failures) + i64::from(if abandoned { row.pending } else { 0 })
    }

    /// The failures that still count, as an expression of the database.
    pub fn failed(&self, now: Timestamp) -> Expr {
        let failures: Expr = CaseStatement::new()
            .case(self.forgotten(now), 0)
            .finally(stored(throttle::Column::Failures))
            .into();
        let abandoned: Expr = CaseStatement::new()
            .case(abandoned(now), stored(throttle::Column::Pending))
            .finally(0)
            .into();
        failures.add(abandoned)
    }

    /// The number of failures with the longest wait.
    fn worst(&self) -> u32 {
        let mut failures = self.free + 1;
        while self.delay_after(failures) < self.longest {
            failures += 1;
        }
        failures
    }

    /// The end of the wait after one more failure, as an expression of the database.
    pub fn retry_at(&self, now: Timestamp) -> Expr {
        let stored_failures = || stored(throttle::Column::Failures);
        let waits = (self.free..self.worst()).fold(
            CaseStatement::new()
                .case(self.forgotten(now), now + self.delay_after(1))
                .case(stored_failures().lt(self.free), now),
            |case, failures| {
                let until = now + self.delay_after(failures + 1);
                case.case(stored_failures().eq(failures), until)
            },
        );
        waits.finally(now + self.longest).into()
    }

    /// The number of failures after one more, as an expression of the database.
    pub fn counted(&self, now: Timestamp) -> Expr {
        CaseStatement::new()
            .case(self.forgotten(now), 1)
            .finally(stored(throttle::Column::Failures).add(1))
            .into()
    }

    fn forgotten(&self, now: Timestamp) -> Expr {
        stored(throttle::Column::LastFailureAt).lte(now - self.memory)
    }
}

/// The pending attempts, as an expression of the database.
pub(super) fn pending(now: Timestamp) -> Expr {
    CaseStatement::new()
        .case(abandoned(now), 0)
        .finally(stored(throttle::Column::Pending))
        .into()
}

fn abandoned(now: Timestamp) -> Expr {
    stored(throttle::Column::PendingAt).lte(now - LONGEST_TRY)
}

/// The column of the existing row, not of the row to be inserted.
pub(super) fn stored(column: throttle::Column) -> Expr {
    Expr::col((throttle::Entity, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(rule: &Rule, failures: impl Iterator<Item = u32>) -> Vec<u64> {
        failures.map(|n| rule.delay_after(n).as_secs()).collect()
    }

    #[test]
    fn the_wait_doubles_after_the_free_ones_up_to_its_longest() {
        let rule = Rule::ACCOUNT_FROM_ONE_NETWORK;
        assert_eq!(waits(&rule, 1..=5), [0; 5]);
        assert_eq!(waits(&rule, 6..=10), [1, 2, 4, 8, 16]);
        assert_eq!(waits(&rule, 15..=17), [512, 900, 900]);
        assert_eq!(rule.delay_after(u32::MAX).as_secs(), 900);
    }

    #[test]
    fn an_account_never_waits_longer_than_half_a_minute() {
        assert_eq!(
            waits(&Rule::ACCOUNT, [20, 21, 26, 1_000].into_iter()),
            [0, 1, 30, 30]
        );
    }
}
