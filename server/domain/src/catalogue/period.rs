//! For which time the calls of a plan are counted.

use chrono::TimeDelta;

use super::PlanOffer;
use crate::clock::Timestamp;

/// A time for which calls are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub starts_at: Timestamp,
    /// `None` where the plan has no end.
    pub ends_at: Option<Timestamp>,
}

impl PlanOffer {
    /// The period that runs at a time, for an application that is on this plan `since` then. A plan
    /// that renews has one after the other, the first of them before it has begun; any other has
    /// a single one, even when it is over. A day is 24 hours (UTC), so that all periods are equally
    /// long, and each begins at the hour at which the plan did.
    #[must_use]
    pub fn period(&self, since: Timestamp, now: Timestamp) -> Period {
        let days = self.days.map(i64::from);
        let past = days
            .filter(|days| self.renews && *days > 0)
            .map_or(0, |days| (now - since).num_days().max(0) / days * days);
        let starts_at = since + TimeDelta::days(past);
        Period {
            starts_at,
            ends_at: days.and_then(|days| starts_at.checked_add_signed(TimeDelta::days(days))),
        }
    }

    /// Whether an application that is on this plan since then has come to its end.
    #[must_use]
    pub fn is_over(&self, since: Timestamp, now: Timestamp) -> bool {
        let end = self.period(since, now).ends_at;
        end.is_some_and(|end| end <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Plan;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn offer(days: Option<u32>, renews: bool) -> PlanOffer {
        PlanOffer {
            plan: Plan::Trial,
            calls: Some(1000),
            days,
            renews,
        }
    }

    #[test]
    fn a_plan_that_does_not_renew_has_one_period_even_when_it_is_over() {
        let since = at("2026-08-03T12:00:00Z");
        let only = Period {
            starts_at: since,
            ends_at: Some(at("2026-11-01T12:00:00Z")),
        };
        for now in [
            "2026-08-01T00:00:00Z",
            "2026-08-03T12:00:00Z",
            "2026-11-01T12:00:00Z",
            "2031-01-01T00:00:00Z",
        ] {
            assert_eq!(offer(Some(90), false).period(since, at(now)), only, "{now}");
        }
        let endless = offer(None, false).period(since, at("2031-01-01T00:00:00Z"));
        assert_eq!((endless.starts_at, endless.ends_at), (since, None));
    }

    #[test]
    fn a_period_ends_in_the_instant_in_which_the_next_one_begins() {
        let since = at("2026-08-03T12:00:00.123456Z");
        let starts = |now| offer(Some(30), true).period(since, at(now)).starts_at;
        let second = at("2026-09-02T12:00:00.123456Z");
        assert_eq!(starts("2026-09-02T12:00:00.123455Z"), since);
        assert_eq!(starts("2026-09-02T12:00:00.123456Z"), second);
        assert_eq!(starts("2026-09-02T12:00:00.123457Z"), second);
        // A clock that is behind still sees the first.
        assert_eq!(starts("2026-08-03T11:59:59Z"), since);
        assert_eq!(starts("2025-01-01T00:00:00Z"), since);
    }

    #[test]
    fn every_instant_is_in_one_period_which_begins_where_the_last_one_ended() {
        let since = at("2024-02-28T23:59:59.999999Z");
        for days in [1, 2, 7, 28, 30, 31, 90, 365, 366, 100_000] {
            let offer = offer(Some(days), true);
            let mut last = offer.period(since, since);
            assert_eq!(last.starts_at, since);
            for hours in (0..24 * 800).step_by(7) {
                let now = since + TimeDelta::hours(hours);
                let period = offer.period(since, now);
                let end = period.ends_at.unwrap();
                assert!(period.starts_at <= now && now < end, "{days} {now}");
                assert_eq!(end - period.starts_at, TimeDelta::days(days.into()));
                if period != last {
                    assert!(period.starts_at >= last.ends_at.unwrap());
                    let gap = period.starts_at - last.ends_at.unwrap();
                    assert_eq!(gap.num_seconds() % (i64::from(days) * 86_400), 0);
                }
                assert!(!offer.is_over(since, now));
                last = period;
            }
        }
    }

    #[test]
    fn the_longest_days_and_none_end_in_no_panic() {
        let since = at("2026-08-03T12:00:00Z");
        let now = at("2030-01-01T00:00:00Z");
        assert_eq!(offer(Some(u32::MAX), true).period(since, now).ends_at, None);
        // No operator can write this; it is over at once.
        assert!(offer(Some(0), true).is_over(since, since));
        let endless = offer(None, true).period(since, now);
        assert_eq!((endless.starts_at, endless.ends_at), (since, None));
    }
}
