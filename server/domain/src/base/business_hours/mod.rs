//! The hours in which people work: a week's days from one time to another, without national
//! holidays. Times that are promised, and times that passed, are counted in them.

mod holidays;

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use crate::clock::Timestamp;

pub use holidays::is_holiday;

/// The farthest that a time is looked for in working hours: more days off than any week has.
const MAX_DAYS: usize = 10 * 366;
const DAY_NAMES: [(&str, Weekday); 14] = [
    ("seg", Weekday::Mon),
    ("ter", Weekday::Tue),
    ("qua", Weekday::Wed),
    ("qui", Weekday::Thu),
    ("sex", Weekday::Fri),
    ("sab", Weekday::Sat),
    ("dom", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// The same hours on some days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusinessHours {
    /// A bit for each day, from Monday on.
    days: u8,
    opens: NaiveTime,
    closes: NaiveTime,
}

/// The text names no hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not business hours")]
pub struct InvalidBusinessHours;

impl Default for BusinessHours {
    /// From Monday to Friday, from 9 to 18.
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            days: 0b001_1111,
            opens: at(9),
            closes: at(18),
        }
    }
}

impl FromStr for BusinessHours {
    type Err = InvalidBusinessHours;

    /// Reads "seg-sex 09:00-18:00", or "mon,wed-fri 08:30-17:00".
    fn from_str(text: &str) -> Result<Self, InvalidBusinessHours> {
        read(text).ok_or(InvalidBusinessHours)
    }
}

fn read(text: &str) -> Option<BusinessHours> {
    let text = text.to_lowercase().replace('–', "-").replace('á', "a");
    let (days, hours) = text.trim().split_once(' ')?;
    let (opens, closes) = hours.split_once('-')?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let (opens, closes) = (time(opens)?, time(closes)?);
    let mut read = 0;
    for part in days.split(',') {
        read |= range(part)?;
    }
    (opens < closes).then_some(BusinessHours {
        days: read,
        opens,
        closes,
    })
}

/// One day, or all from one to another, as bits.
fn range(text: &str) -> Option<u8> {
    let day = |name: &str| {
        let found = DAY_NAMES.iter().find(|(it, _)| *it == name);
        found.map(|(_, day)| *day)
    };
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (mut at, last) = (day(first)?, day(last)?);
    let mut days = bit(at);
    while at != last {
        at = at.succ();
        days |= bit(at);
    }
    Some(days)
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl BusinessHours {
    /// Whether anybody works on a day.
    #[must_use]
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.days & bit(day.weekday()) != 0 && !is_holiday(day)
    }

    /// How much of the time between two moments was within the hours, in a zone.
    #[must_use]
    pub fn between(&self, from: Timestamp, to: Timestamp, zone: Tz) -> TimeDelta {
        if to <= from {
            return TimeDelta::zero();
        }
        let last = to.with_timezone(&zone).date_naive();
        let days = from.with_timezone(&zone).date_naive().iter_days();
        let open = days
            .take_while(|day| *day <= last)
            .filter_map(|day| self.open(day, zone));
        let parts = open.map(|(opens, closes)| closes.min(to) - opens.max(from));
        parts.filter(|part| *part > TimeDelta::zero()).sum()
    }

    /// The moment by which so much time within the hours has passed.
    #[must_use]
    pub fn after(&self, from: Timestamp, span: TimeDelta, zone: Tz) -> Timestamp {
        let mut left = span;
        let days = from.with_timezone(&zone).date_naive().iter_days();
        for day in days.take(MAX_DAYS) {
            let Some((opens, closes)) = self.open(day, zone) else {
                continue;
            };
            let begins = opens.max(from);
            let room = closes - begins;
            if room <= TimeDelta::zero() {
                continue;
            }
            if left <= room {
                return begins + left;
            }
            left -= room;
        }
        from + span
    }

    /// From when to when somebody works on a day; `None` on a day off.
    fn open(&self, day: NaiveDate, zone: Tz) -> Option<(Timestamp, Timestamp)> {
        if !self.is_open_on(day) {
            return None;
        }
        Some((
            moment(day, self.opens, zone)?,
            moment(day, self.closes, zone)?,
        ))
    }
}

/// A local time, the earlier one where clocks are set back; an hour later where they are set forward
/// and the time does not exist.
#[must_use]
pub fn moment(day: NaiveDate, time: NaiveTime, zone: Tz) -> Option<Timestamp> {
    let local = day.and_time(time);
    let there = zone.from_local_datetime(&local).earliest();
    let there = there.or_else(|| {
        let later = local + TimeDelta::hours(1);
        zone.from_local_datetime(&later).earliest()
    });
    there.map(|at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRASILIA: Tz = chrono_tz::America::Sao_Paulo;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// How many minutes of the hours lie between two local times.
    fn minutes(from: &str, to: &str) -> i64 {
        let local = |text| at(&format!("{text}:00-03:00"));
        let hours = BusinessHours::default();
        hours
            .between(local(from), local(to), BRASILIA)
            .num_minutes()
    }

    #[test]
    fn nights_and_weekends_do_not_count() {
        // A Monday.
        assert_eq!(minutes("2026-08-03T10:00", "2026-08-03T12:30"), 150);
        assert_eq!(minutes("2026-08-03T17:00", "2026-08-04T10:00"), 120);
        assert_eq!(minutes("2026-08-07T17:00", "2026-08-10T10:00"), 120);
        assert_eq!(minutes("2026-08-08T10:00", "2026-08-09T12:00"), 0);
        assert_eq!(minutes("2026-08-03T05:00", "2026-08-03T23:00"), 9 * 60);
        assert_eq!(minutes("2026-08-04T10:00", "2026-08-03T10:00"), 0);
    }

    #[test]
    fn holidays_do_not_count() {
        // Friday is 1 May.
        assert_eq!(minutes("2026-04-30T17:00", "2026-05-04T10:00"), 120);
    }

    #[test]
    fn what_is_promised_falls_into_the_hours() {
        let hours = BusinessHours::default();
        let due = |from: &str, span| hours.after(at(from), TimeDelta::hours(span), BRASILIA);
        let expected = |text: &str| at(&format!("{text}:00-03:00"));
        assert_eq!(
            due("2026-08-03T10:00:00-03:00", 16),
            expected("2026-08-04T17:00")
        );
        assert_eq!(
            due("2026-08-07T17:00:00-03:00", 2),
            expected("2026-08-10T10:00")
        );
        assert_eq!(
            due("2026-08-08T03:00:00-03:00", 9),
            expected("2026-08-10T18:00")
        );
    }

    #[test]
    fn whatever_is_promised_is_as_long_as_was_said() {
        let hours = BusinessHours::default();
        for start in 0..200 {
            let from = at("2026-12-20T00:00:00Z") + TimeDelta::minutes(start * 67);
            let until = hours.after(from, TimeDelta::hours(16), BRASILIA);
            let passed = hours.between(from, until, BRASILIA);
            assert_eq!(passed, TimeDelta::hours(16), "{from}");
        }
    }

    #[test]
    fn clocks_that_are_set_forward_lose_no_day() {
        // Lisbon, at one o'clock in the night of a Sunday.
        let hours: BusinessHours = "dom 01:00-03:00".parse().unwrap();
        let zone = chrono_tz::Europe::Lisbon;
        let passed = hours.between(at("2026-03-28T12:00:00Z"), at("2026-03-30T00:00:00Z"), zone);
        assert_eq!(passed, TimeDelta::hours(1));
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let read = |text: &str| text.parse::<BusinessHours>();
        assert_eq!(read("seg-sex 09:00-18:00"), Ok(BusinessHours::default()));
        assert_eq!(read("Mon–Fri 09:00–18:00"), Ok(BusinessHours::default()));
        let some = read("seg,qua,sex-sáb 08:30-17:00").unwrap();
        let day = |text: &str| some.is_open_on(text.parse().unwrap());
        assert!(day("2026-08-03") && !day("2026-08-04") && day("2026-08-08"));
        for wrong in [
            "",
            "seg-sex",
            "seg-sex 18:00-09:00",
            "seg-sex 9-18",
            "xyz 09:00-18:00",
            "seg- 09:00-18:00",
        ] {
            assert_eq!(read(wrong), Err(InvalidBusinessHours), "{wrong:?}");
        }
    }
}
