//! Forecasts when a quota runs out.

use chrono::{DurationRound, TimeDelta};

use super::QuotaView;
use crate::clock::Timestamp;

const OF_LATE: TimeDelta = TimeDelta::days(7);
/// A shorter time of use tells nothing about the next days, unless much is used already.
const SHORTEST: TimeDelta = TimeDelta::days(1);
const MUCH_PERCENT: u8 = 50;
/// Use is stored by the hour.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// The forecast for a quota at its recent pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forecast {
    /// The calls are used up before the plan ends or renews.
    RunsOut(Timestamp),
    /// The plan ends, or renews, before the calls are used up.
    Outlasts,
}

/// The time whose use is the base of the forecast: the last seven days, or since the plan began.
pub(super) struct Pace {
    from: Timestamp,
    until: Timestamp,
}

impl Pace {
    pub fn since(start: Timestamp, now: Timestamp) -> Self {
        Self {
            from: start.max(now - OF_LATE),
            until: now,
        }
    }

    /// The hour that the time begins in.
    pub fn from(&self) -> Timestamp {
        self.from.duration_trunc(HOUR).unwrap_or(self.from)
    }

    fn length(&self) -> TimeDelta {
        (self.until - self.from).max(HOUR)
    }
}

/// The forecast for a quota; `None` when no calls were used recently or all are used up, and when
/// it is too early to tell.
pub(super) fn of(quota: &QuotaView, used_of_late: u64, pace: &Pace) -> Option<Forecast> {
    let is_early = pace.length() < SHORTEST && quota.percent() < MUCH_PERCENT;
    if quota.left() == 0 || used_of_late == 0 || is_early {
        return None;
    }
    let at = end(quota.left(), used_of_late, pace);
    let within = at.filter(|at| quota.ends_at.is_none_or(|end| *at < end));
    Some(within.map_or(Forecast::Outlasts, Forecast::RunsOut))
}

/// When the remaining calls are used up; `None` for dates beyond the calendar.
fn end(left: u64, used_of_late: u64, pace: &Pace) -> Option<Timestamp> {
    let length = i128::from(pace.length().num_seconds());
    let seconds = i128::from(left) * length / i128::from(used_of_late);
    let lasts = TimeDelta::try_seconds(i64::try_from(seconds).ok()?)?;
    pace.until.checked_add_signed(lasts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Plan;

    fn now() -> Timestamp {
        "2026-08-20T12:00:00Z".parse().unwrap()
    }

    /// A Trial of 90 days that was approved this many days ago.
    fn trial(days_ago: i64, used: u64) -> (QuotaView, Pace) {
        let starts_at = now() - TimeDelta::days(days_ago);
        let quota = QuotaView {
            plan: Plan::Trial,
            limit: 1000,
            used,
            starts_at,
            ends_at: Some(starts_at + TimeDelta::days(90)),
            renews: false,
            mark: None,
            forecast: None,
        };
        (quota, Pace::since(starts_at, now()))
    }

    #[test]
    fn it_goes_on_like_in_the_last_seven_days() {
        let (quota, pace) = trial(30, 300);
        // 70 calls in 7 days: 700 calls last 70 days, but only 60 are left.
        assert_eq!(of(&quota, 70, &pace), Some(Forecast::Outlasts));
        let runs_out = Forecast::RunsOut(now() + TimeDelta::days(35));
        assert_eq!(of(&quota, 140, &pace), Some(runs_out));
    }

    #[test]
    fn a_younger_one_goes_on_like_since_its_start() {
        let (quota, pace) = trial(2, 200);
        let runs_out = Forecast::RunsOut(now() + TimeDelta::days(8));
        assert_eq!(of(&quota, 200, &pace), Some(runs_out));
    }

    #[test]
    fn the_first_day_tells_nothing_unless_much_is_used() {
        let (quota, pace) = trial(0, 10);
        assert_eq!(of(&quota, 10, &pace), None);
        let (quota, pace) = trial(0, 500);
        let runs_out = Forecast::RunsOut(now() + TimeDelta::hours(1));
        assert_eq!(of(&quota, 500, &pace), Some(runs_out));
    }

    #[test]
    fn there_is_no_day_when_nothing_is_used_or_nothing_left() {
        let (quota, pace) = trial(30, 300);
        assert_eq!(of(&quota, 0, &pace), None);
        let (quota, pace) = trial(30, 1000);
        assert_eq!(of(&quota, 500, &pace), None);
    }
}
