//! The days on which nobody works anywhere in Brazil: the national holidays (Lei 662/1949, Lei
//! 6.802/1980, Lei 14.759/2023), and the days around Easter on which banks are closed as well
//! (Carnival, Good Friday, Corpus Christi).

use chrono::{Datelike, NaiveDate, TimeDelta};

/// Month and day.
const FIXED: [(u32, u32); 8] = [
    (1, 1),
    (4, 21),
    (5, 1),
    (9, 7),
    (10, 12),
    (11, 2),
    (11, 15),
    (12, 25),
];
/// The Day of Zumbi and of Black Consciousness, since the year of its law.
const BLACK_CONSCIOUSNESS: ((u32, u32), i32) = ((11, 20), 2024);
/// Days after Easter: Monday and Tuesday of Carnival, Good Friday, Corpus Christi.
const AROUND_EASTER: [i64; 4] = [-48, -47, -2, 60];

/// Whether a day is a holiday in all of Brazil.
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    let date = (day.month(), day.day());
    let (consciousness, since) = BLACK_CONSCIOUSNESS;
    if FIXED.contains(&date) || (date == consciousness && day.year() >= since) {
        return true;
    }
    easter(day.year()).is_some_and(|easter| {
        let mut around = AROUND_EASTER.iter();
        around.any(|days| easter + TimeDelta::days(*days) == day)
    })
}

/// Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (J. Meeus,
/// Astronomical Algorithms, 1991, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8) / 25;
    let lunar = (century - correction + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_as_in_known_years() {
        for known in [
            "1818-03-22",
            "1943-04-25",
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2030-04-21",
            "2038-04-25",
        ] {
            let known = day(known);
            assert_eq!(easter(known.year()), Some(known));
        }
    }

    #[test]
    fn a_years_holidays_are_those_of_the_calendar() {
        let all = day("2026-01-01").iter_days().take(365);
        let found: Vec<_> = all.filter(|day| is_holiday(*day)).collect();
        let expected = [
            "2026-01-01",
            "2026-02-16",
            "2026-02-17",
            "2026-04-03",
            "2026-04-21",
            "2026-05-01",
            "2026-06-04",
            "2026-09-07",
            "2026-10-12",
            "2026-11-02",
            "2026-11-15",
            "2026-11-20",
            "2026-12-25",
        ];
        assert_eq!(found, expected.map(day));
    }

    #[test]
    fn a_new_holiday_counts_from_its_first_year_on() {
        assert!(!is_holiday(day("2023-11-20")));
        assert!(is_holiday(day("2024-11-20")));
    }
}
