//! Dates and times, in the portal's zone and as the reader's language writes them.

use chrono::{Datelike, Timelike};
use chrono_tz::Tz;
use domain::clock::Timestamp;
use leptos::prelude::*;
use locales::{Locale, dates as t};

use crate::web::Visit;

/// "21 de novembro de 2026".
pub fn date(at: Timestamp, visit: &Visit) -> String {
    date_in(at, visit.app.time_zone, visit.locale)
}

/// "21 de novembro de 2026, 9h05".
pub fn date_time(at: Timestamp, visit: &Visit) -> String {
    date_time_in(at, visit.app.time_zone, visit.locale)
}

/// The same as an element that machines can read.
pub fn stamp(at: Timestamp, visit: &Visit) -> impl IntoView + use<> {
    view! { <time datetime=at.to_rfc3339()>{date_time(at, visit)}</time> }
}

fn date_in(at: Timestamp, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    t::date(
        locale,
        local.day(),
        t::month(locale, local.month0()),
        local.year(),
    )
}

fn date_time_in(at: Timestamp, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    let (hour, minute) = (local.hour(), format!("{:02}", local.minute()));
    t::date_time(locale, date_in(at, zone, locale), hour, minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_language_does() {
        let at = "2026-11-21T12:05:00Z".parse().expect("a time");
        let zone = chrono_tz::America::Sao_Paulo;
        assert_eq!(
            date_time_in(at, zone, Locale::PtBr),
            "21 de novembro de 2026, 9h05"
        );
        assert_eq!(date_time_in(at, zone, Locale::En), "21 November 2026, 9:05");
        assert_eq!(
            date_time_in(at, zone, Locale::Es),
            "21 de noviembre de 2026, 9:05"
        );
    }
}
