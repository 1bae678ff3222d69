//! Times along a plot, in tables and in files.

use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;
use domain::{clock::Timestamp, usage::Window};
use locales::{Locale, dates, usage as t};

/// When a piece of a period began, as short as tells it from the others.
pub(super) fn label(at: Timestamp, window: Window, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    match window {
        Window::Day => hour(&local, locale),
        Window::Week => {
            let (date, hour) = (date(&local, locale), hour(&local, locale));
            t::short_date_hour(locale, date, hour)
        }
        Window::Month | Window::Quarter => date(&local, locale),
    }
}

/// The times under a plot: one under some of the pieces, nothing under the others; none so near
/// the end that there is no room for it.
pub(super) fn labels(
    starts: &[Timestamp],
    window: Window,
    zone: Tz,
    locale: Locale,
) -> Vec<Option<String>> {
    let room = starts.len() * 7 / 8;
    let labelled = |(index, at): (usize, &Timestamp)| {
        let local = at.with_timezone(&zone);
        let is_labelled = match window {
            Window::Day => local.hour().is_multiple_of(6),
            // Two days of four pieces each.
            Window::Week => index.is_multiple_of(8),
            Window::Month => index.is_multiple_of(7),
            Window::Quarter => index.is_multiple_of(21),
        };
        let words = match window {
            Window::Day => hour(&local, locale),
            Window::Week | Window::Month | Window::Quarter => date(&local, locale),
        };
        (is_labelled && index <= room).then_some(words)
    };
    starts.iter().enumerate().map(labelled).collect()
}

/// When a call was made, to the second.
pub(super) fn moment(at: Timestamp, zone: Tz, locale: Locale) -> String {
    let local = at.with_timezone(&zone);
    let clock = local.format("%H:%M:%S");
    t::short_date_hour(locale, date(&local, locale), clock)
}

fn date(local: &DateTime<Tz>, locale: Locale) -> String {
    let month: String = dates::month(locale, local.month0())
        .chars()
        .take(3)
        .collect();
    t::short_date(locale, local.day(), month)
}

fn hour(local: &DateTime<Tz>, locale: Locale) -> String {
    t::short_hour(locale, local.hour())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    const BRASILIA: Tz = chrono_tz::America::Sao_Paulo;

    #[test]
    fn a_label_tells_one_piece_from_the_others() {
        let at = "2026-03-02T21:00:00Z".parse().unwrap();
        let label = |window, locale| label(at, window, BRASILIA, locale);
        assert_eq!(label(Window::Day, Locale::PtBr), "18h");
        assert_eq!(label(Window::Day, Locale::En), "18:00");
        assert_eq!(label(Window::Week, Locale::PtBr), "2 mar, 18h");
        assert_eq!(label(Window::Quarter, Locale::Es), "2 mar");
    }

    #[test]
    fn some_pieces_have_a_label_that_fits() {
        let first: Timestamp = "2026-03-02T03:00:00Z".parse().unwrap();
        let is_labelled = |window, pieces: i32, step: TimeDelta| {
            let starts: Vec<_> = (0..pieces).map(|piece| first + step * piece).collect();
            let labels = labels(&starts, window, BRASILIA, Locale::En).into_iter();
            labels.flatten().collect::<Vec<_>>()
        };
        let days = is_labelled(Window::Month, 30, TimeDelta::days(1));
        assert_eq!(days, ["2 Mar", "9 Mar", "16 Mar", "23 Mar"]);
        let hours = is_labelled(Window::Day, 24, TimeDelta::hours(1));
        assert_eq!(hours, ["0:00", "6:00", "12:00", "18:00"]);
        let week = is_labelled(Window::Week, 28, TimeDelta::hours(6));
        assert_eq!(week, ["2 Mar", "4 Mar", "6 Mar", "8 Mar"]);
    }

    #[test]
    fn a_call_is_told_to_the_second() {
        let at = "2026-03-02T03:04:05Z".parse().unwrap();
        assert_eq!(moment(at, BRASILIA, Locale::PtBr), "2 mar, 00:04:05");
    }
}
