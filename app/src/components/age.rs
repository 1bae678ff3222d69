//! How long ago something happened, in words.

use domain::clock::Timestamp;
use leptos::prelude::*;
use locales::{Locale, ages as t, number};

use super::time;
use crate::web::Visit;

const HOUR: u64 = 60;
const DAY: u64 = 24 * HOUR;

/// "há 3 h", as an element that tells the exact time.
#[component]
pub fn Ago<'a>(since: Timestamp, visit: &'a Visit) -> impl IntoView + use<> {
    let words = age(since, visit.scope.now(), visit.locale);
    let exact = time::date_time(since, visit);
    view! { <time class="nowrap" datetime=since.to_rfc3339() title=exact>{words}</time> }
}

/// "há 3 h". What lies ahead, by a clock that is a little off, has just happened.
pub fn age(since: Timestamp, now: Timestamp, locale: Locale) -> String {
    let minutes = u64::try_from((now - since).num_minutes()).unwrap_or_default();
    match minutes {
        0 => t::just_now(locale).to_owned(),
        1..HOUR => t::minutes(locale, minutes),
        HOUR..DAY => t::hours(locale, minutes / HOUR),
        _ if minutes < 2 * DAY => t::one_day(locale).to_owned(),
        _ => t::days(locale, number::count(minutes / DAY, locale)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn after(seconds: i64, locale: Locale) -> String {
        let since: Timestamp = "2026-11-21T12:00:00Z".parse().expect("a time");
        age(since, since + TimeDelta::seconds(seconds), locale)
    }

    #[test]
    fn the_largest_whole_unit_is_said() {
        const MINUTE: i64 = 60;
        const HOUR: i64 = 60 * MINUTE;
        const DAY: i64 = 24 * HOUR;
        for (seconds, words) in [
            (0, "agora há pouco"),
            (MINUTE - 1, "agora há pouco"),
            (MINUTE, "há 1 min"),
            (HOUR - 1, "há 59 min"),
            (HOUR, "há 1 h"),
            (DAY - 1, "há 23 h"),
            (DAY, "há 1 dia"),
            (2 * DAY - 1, "há 1 dia"),
            (2 * DAY, "há 2 dias"),
            (1000 * DAY, "há 1.000 dias"),
        ] {
            assert_eq!(after(seconds, Locale::PtBr), words, "{seconds} s");
        }
    }

    #[test]
    fn every_language_says_it_its_way() {
        assert_eq!(after(3 * 3600, Locale::PtBr), "há 3 h");
        assert_eq!(after(3 * 3600, Locale::En), "3 h ago");
        assert_eq!(after(3 * 3600, Locale::Es), "hace 3 h");
    }

    #[test]
    fn a_time_ahead_has_just_happened() {
        assert_eq!(after(-90, Locale::En), "just now");
    }
}
