//! Times along a plot, in tables and in files.

use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;
use domain::{clock::Timestamp, usage::Window};
use locales::{Locale, dates, usage as t};

/// How many times stand under a plot.
const LABELS: usize = 5;

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

/// The times under a plot: some of the pieces, evenly spaced; days alone where they are told.
pub(super) fn labels(
    starts: &[Timestamp],
    window: Window,
    zone: Tz,
    locale: Locale,
) -> Vec<String> {
    let last = starts.len().saturating_sub(1);
    let coarse = match window {
        Window::Week => Window::Month,
        other => other,
    };
    (0..LABELS)
        .map(|number| (last * number + (LABELS - 1) / 2) / (LABELS - 1))
        .filter_map(|index| starts.get(index))
        .map(|at| label(*at, coarse, zone, locale))
        .collect()
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
    fn labels_begin_and_end_with_the_plot() {
        let first: Timestamp = "2026-03-02T03:00:00Z".parse().unwrap();
        let starts: Vec<_> = (0..30).map(|day| first + TimeDelta::days(day)).collect();
        let labels = |starts: &[Timestamp]| labels(starts, Window::Month, BRASILIA, Locale::En);
        assert_eq!(
            labels(&starts),
            ["2 Mar", "9 Mar", "17 Mar", "24 Mar", "31 Mar"]
        );
        assert_eq!(labels(&[]), [""; 0]);
    }
}
