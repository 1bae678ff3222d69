//! When a secret ends, as chosen when it is added or revoked.

use chrono::TimeDelta;

use crate::clock::Timestamp;

/// A later date is taken for a typing mistake.
const FURTHEST: TimeDelta = TimeDelta::days(3660);

crate::text_enum! {
    /// For how many days a new secret is good.
    pub enum Days { Thirty = "30", Sixty = "60", Ninety = "90", HalfYear = "180" }
}

crate::text_enum! {
    /// How long a revoked secret keeps working, so that programs can change over.
    pub enum Grace { Hour = "1h", Day = "24h", Week = "7d", Month = "30d" }
}

impl Days {
    #[must_use]
    pub const fn duration(self) -> TimeDelta {
        match self {
            Self::Thirty => TimeDelta::days(30),
            Self::Sixty => TimeDelta::days(60),
            Self::Ninety => TimeDelta::days(90),
            Self::HalfYear => TimeDelta::days(180),
        }
    }
}

impl Grace {
    #[must_use]
    pub const fn duration(self) -> TimeDelta {
        match self {
            Self::Hour => TimeDelta::hours(1),
            Self::Day => TimeDelta::days(1),
            Self::Week => TimeDelta::days(7),
            Self::Month => TimeDelta::days(30),
        }
    }
}

/// How long a new secret is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    After(Days),
    /// Until this time.
    On(Timestamp),
    Never,
}

/// When a revoked secret stops working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevocationTime {
    Now,
    After(Grace),
    /// At this time.
    On(Timestamp),
}

/// The date is past, or too far away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date within the next ten years")]
pub struct InvalidDate;

impl Expiry {
    pub(super) fn end(self, now: Timestamp) -> Result<Option<Timestamp>, InvalidDate> {
        match self {
            Self::After(days) => Ok(Some(now + days.duration())),
            Self::On(end) => ahead(end, now).map(Some),
            Self::Never => Ok(None),
        }
    }
}

impl RevocationTime {
    pub(super) fn end(self, now: Timestamp) -> Result<Timestamp, InvalidDate> {
        match self {
            Self::Now => Ok(now),
            Self::After(grace) => Ok(now + grace.duration()),
            Self::On(end) => ahead(end, now),
        }
    }
}

fn ahead(end: Timestamp, now: Timestamp) -> Result<Timestamp, InvalidDate> {
    if now < end && end <= now + FURTHEST {
        Ok(end)
    } else {
        Err(InvalidDate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-08-03T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn dates_lie_ahead_and_within_ten_years() {
        let moment = TimeDelta::microseconds(1);
        for (end, good) in [
            (now() - moment, false),
            (now(), false),
            (now() + moment, true),
            (now() + FURTHEST, true),
            (now() + FURTHEST + moment, false),
            (Timestamp::MAX_UTC, false),
        ] {
            let expected = good.then_some(end).ok_or(InvalidDate);
            assert_eq!(Expiry::On(end).end(now()), expected.map(Some));
            assert_eq!(RevocationTime::On(end).end(now()), expected);
        }
    }

    #[test]
    fn the_rest_counts_from_now() {
        let ends = |expiry: Expiry| expiry.end(now()).unwrap();
        assert_eq!(ends(Expiry::Never), None);
        for days in Days::ALL {
            let count = days.as_str().parse().unwrap();
            let end = now() + TimeDelta::days(count);
            assert_eq!(ends(Expiry::After(*days)), Some(end));
        }
        assert_eq!(RevocationTime::Now.end(now()), Ok(now()));
        let hours = Grace::ALL.iter().map(|grace| grace.duration().num_hours());
        assert_eq!(hours.collect::<Vec<_>>(), [1, 24, 168, 720]);
    }
}
