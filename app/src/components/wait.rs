//! How long to wait, in words and for machines.

use std::time::Duration;

use locales::{Locale, waits as t};

/// Rounded up, so that nobody comes back too early; never 0.
pub const fn whole_seconds(wait: Duration) -> u64 {
    let begun = if wait.subsec_nanos() > 0 { 1 } else { 0 };
    let seconds = wait.as_secs() + begun;
    if seconds == 0 { 1 } else { seconds }
}

/// "30 segundos", "2 minutos": in seconds under a minute, else in minutes, rounded up.
pub fn words(wait: Duration, locale: Locale) -> String {
    match whole_seconds(wait) {
        1 => t::one_second(locale).to_owned(),
        seconds @ ..60 => t::seconds(locale, seconds),
        60 => t::one_minute(locale).to_owned(),
        seconds => t::minutes(locale, seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_never_said_shorter_than_it_is() {
        let said = |millis| words(Duration::from_millis(millis), Locale::PtBr);
        assert_eq!(said(0), "1 segundo");
        assert_eq!(said(1_001), "2 segundos");
        assert_eq!(said(59_500), "1 minuto");
        assert_eq!(said(60_001), "2 minutos");
        assert_eq!(said(900_000), "15 minutos");
    }
}
