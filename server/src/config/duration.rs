//! Durations as people write them: `48h`, `30m`, `1d12h`.

use std::time::Duration;

const LONGEST: Duration = Duration::from_hours(10 * 366 * 24);

/// The sum of numbers with units (`d`, `h`, `m`, `s`); more than zero and at most ten years.
pub fn parse(text: &str) -> Option<Duration> {
    let mut rest = text.trim();
    let mut total = Duration::ZERO;
    while !rest.is_empty() {
        let unit = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: u64 = rest[..unit].parse().ok()?;
        let seconds = number.checked_mul(seconds_in(rest[unit..].chars().next()?)?)?;
        total = total.checked_add(Duration::from_secs(seconds))?;
        rest = &rest[unit + 1..];
    }
    (total > Duration::ZERO && total <= LONGEST).then_some(total)
}

const fn seconds_in(unit: char) -> Option<u64> {
    match unit {
        'd' => Some(24 * 60 * 60),
        'h' => Some(60 * 60),
        'm' => Some(60),
        's' => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_added_up() {
        let seconds = |text| parse(text).map(|duration| duration.as_secs());
        assert_eq!(seconds("90s"), Some(90));
        assert_eq!(seconds("48h"), Some(172_800));
        assert_eq!(seconds(" 1d12h "), Some(129_600));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "0s",
            "48",
            "h",
            "48 h",
            "-1h",
            "1y",
            "1hé",
            "é",
            "99999999999999999999s",
            "4000d",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
