//! The time of a report, and its parts.

use chrono::{DateTime, Days, DurationRound, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::clock::Timestamp;

crate::text_enum! {
    /// The time of a report.
    pub enum Window {
        /// In parts of an hour.
        Day = "24h",
        /// In parts of six hours, on the reader's days.
        Week = "7d",
        /// In parts of a day of the reader.
        Month = "30d",
        Quarter = "90d",
    }
}

impl Window {
    /// The start of each part and the end of the last one, which holds `now`. Use is stored by the
    /// hour, so in a zone with half an hour a day begins with its next full hour.
    pub(super) fn borders(self, now: Timestamp, zone: Tz) -> Vec<Timestamp> {
        let borders = match self {
            Self::Day => return hours(now),
            Self::Week => days(now, zone, 7, &[0, 6, 12, 18]),
            Self::Month => days(now, zone, 30, &[0]),
            Self::Quarter => days(now, zone, 90, &[0]),
        };
        let begun = borders.partition_point(|border| *border <= now);
        borders.into_iter().take(begun + 1).collect()
    }
}

fn hours(now: Timestamp) -> Vec<Timestamp> {
    let hour = TimeDelta::hours(1);
    let current = now.duration_trunc(hour).unwrap_or(now);
    (-23..=1).map(|number| current + hour * number).collect()
}

/// The times at these hours of the last `number` days, and the end of today.
fn days(now: Timestamp, zone: Tz, number: u64, at: &[u32]) -> Vec<Timestamp> {
    let today = now.with_timezone(&zone).date_naive();
    let first = today - Days::new(number - 1);
    let mut borders: Vec<_> = first
        .iter_days()
        .take_while(|day| *day <= today)
        .flat_map(|day| at.iter().map(move |hour| (day, *hour)))
        .map(|(day, hour)| local(day, hour, zone))
        .collect();
    borders.push(local(today + Days::new(1), 0, zone));
    borders
}

fn local(day: NaiveDate, hour: u32, zone: Tz) -> Timestamp {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    // Where the clocks are put forward at midnight, the day begins an hour later.
    (0..3)
        .map(|later| day.and_time(time) + TimeDelta::hours(later))
        .find_map(|time| zone.from_local_datetime(&time).earliest())
        .map_or_else(
            || day.and_time(time).and_utc(),
            |found: DateTime<Tz>| found.to_utc(),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRASILIA: Tz = chrono_tz::America::Sao_Paulo;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_ends_with_the_hour_that_runs() {
        let borders = Window::Day.borders(at("2026-08-03T12:34:56Z"), BRASILIA);
        assert_eq!(borders.len(), 25);
        assert_eq!(borders[0], at("2026-08-02T13:00:00Z"));
        assert_eq!(borders[24], at("2026-08-03T13:00:00Z"));
    }

    #[test]
    fn a_week_begins_on_the_readers_day_and_ends_with_now() {
        // In Brasília it is still the second.
        let borders = Window::Week.borders(at("2026-08-03T01:00:00Z"), BRASILIA);
        assert_eq!(borders[0], at("2026-07-27T03:00:00Z"));
        assert_eq!(borders.len(), 7 * 4 + 1);
        assert_eq!(borders[28], at("2026-08-03T03:00:00Z"));
        let borders = Window::Week.borders(at("2026-08-03T04:00:00Z"), BRASILIA);
        assert_eq!(borders.last(), Some(&at("2026-08-03T09:00:00Z")));
    }

    #[test]
    fn months_are_cut_by_days() {
        for (window, days) in [(Window::Month, 30), (Window::Quarter, 90)] {
            let borders = window.borders(at("2026-08-03T12:00:00Z"), BRASILIA);
            assert_eq!(borders.len(), days + 1);
            assert_eq!(borders[days], at("2026-08-04T03:00:00Z"));
        }
    }

    #[test]
    fn a_day_that_has_no_midnight_begins_an_hour_later() {
        let day = NaiveDate::from_ymd_opt(2018, 11, 4).unwrap();
        assert_eq!(local(day, 0, BRASILIA), at("2018-11-04T03:00:00Z"));
    }
}
