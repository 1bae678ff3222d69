//! Dates and times in a zone and a language.

use chrono::{Datelike, NaiveDate, Timelike};
use chrono_tz::Tz;
use locales::{Locale, dates as t};

use crate::clock::Timestamp;

/// "21 de novembro de 2026".
#[must_use]
pub fn date(at: Timestamp, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    t::date(
        locale,
        local.day(),
        t::month(locale, local.month0()),
        local.year(),
    )
}

/// The same of a day that is the same everywhere.
#[must_use]
pub fn day(day: NaiveDate, locale: Locale) -> String {
    t::date(
        locale,
        day.day(),
        t::month(locale, day.month0()),
        day.year(),
    )
}

/// "21 de novembro de 2026, 9h05".
#[must_use]
pub fn date_time(at: Timestamp, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    let (hour, minute) = (local.hour(), format!("{:02}", local.minute()));
    t::date_time(locale, date(at, zone, locale), hour, minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_language_does() {
        let at = "2026-11-21T12:05:00Z".parse().unwrap();
        let zone = chrono_tz::America::Sao_Paulo;
        assert_eq!(
            date_time(at, zone, Locale::PtBr),
            "21 de novembro de 2026, 9h05"
        );
        assert_eq!(date_time(at, zone, Locale::En), "21 November 2026, 9:05");
        assert_eq!(
            date_time(at, zone, Locale::Es),
            "21 de noviembre de 2026, 9:05"
        );
    }
}
