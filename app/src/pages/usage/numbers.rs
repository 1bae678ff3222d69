//! Numbers of use as the reader's language writes them.

use std::time::Duration;

use domain::usage::{CallKind, Figures};
use locales::{Locale, number, terms, usage as t};

/// How long a call took: with a decimal below 10, in seconds above a thousand milliseconds.
pub(super) fn latency(elapsed: Option<Duration>, locale: Locale) -> String {
    let Some(elapsed) = elapsed else {
        return t::none(locale).to_owned();
    };
    let micros = elapsed.as_micros();
    match micros {
        0..9_950 => t::millis(locale, number::decimal(tenths(micros), locale)),
        9_950..999_500 => t::millis(locale, (micros + 500) / 1_000),
        _ => t::seconds(locale, number::decimal((micros + 50_000) / 100_000, locale)),
    }
}

/// Milliseconds with one decimal, for a table; a dash where there is nothing to tell.
pub(super) fn millis(elapsed: Option<Duration>, locale: Locale) -> String {
    let shown = |elapsed: Duration| number::decimal(tenths(elapsed.as_micros()), locale);
    elapsed.map_or_else(|| t::none(locale).to_owned(), shown)
}

/// Tenths of a millisecond, to the nearest; what took any time is never shown as none.
pub(super) fn tenths(micros: u128) -> u128 {
    ((micros + 50) / 100).max(micros.min(1))
}

/// What part of the calls this is, in percent with one decimal.
pub(super) fn share(part: u64, whole: u64, locale: Locale) -> String {
    let whole = u128::from(whole.max(1));
    let tenths = (u128::from(part) * 1_000 + whole / 2) / whole;
    t::share(locale, number::decimal(tenths, locale))
}

pub(super) fn error_share(figures: &Figures, locale: Locale) -> String {
    share(figures.errors, figures.calls, locale)
}

/// The plan or keys that calls were made with.
pub(super) const fn kind(kind: CallKind, locale: Locale) -> &'static str {
    match kind {
        CallKind::Sandbox => t::kind_sandbox(locale),
        CallKind::Trial => terms::plan_trial(locale),
        CallKind::PayPerUse => terms::plan_pay_per_use(locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_as_exact_as_one_reads_them() {
        let latency = |micros| latency(Some(Duration::from_micros(micros)), Locale::PtBr);
        assert_eq!(latency(40), "0,1 ms");
        assert_eq!(latency(140), "0,1 ms");
        assert_eq!(latency(7_450), "7,5 ms");
        assert_eq!(latency(42_400), "42 ms");
        assert_eq!(latency(999_400), "999 ms");
        assert_eq!(latency(1_250_000), "1,3 s");
    }

    #[test]
    fn shares_and_milliseconds_have_the_languages_decimal_mark() {
        assert_eq!(share(1, 8, Locale::PtBr), "12,5%");
        assert_eq!(share(1, 8, Locale::En), "12.5%");
        assert_eq!(share(8, 9, Locale::En), "88.9%");
        assert_eq!(share(0, 0, Locale::Es), "0\u{a0}%");
        let elapsed = Some(Duration::from_micros(1_234));
        assert_eq!(millis(elapsed, Locale::Es), "1,2");
        for micros in [40, 140, 160, 7_450] {
            let elapsed = Some(Duration::from_micros(micros));
            let in_table = millis(elapsed, Locale::PtBr);
            assert_eq!(latency(elapsed, Locale::PtBr), format!("{in_table} ms"));
        }
        let elapsed = Some(Duration::from_micros(1_234_500));
        assert_eq!(millis(elapsed, Locale::PtBr), "1.234,5");
        assert_eq!(millis(None, Locale::Es), t::none(Locale::Es));
    }
}
