//! The accent colour of the owner. It goes into a style sheet, so only a colour is accepted.

use std::{fmt, str::FromStr};

/// `#rrggbb`, or `oklch(L C H)` with a percentage or number, a number, and degrees (CSS Color 4
/// §9.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour")]
pub struct InvalidAccent;

impl FromStr for Accent {
    type Err = InvalidAccent;

    fn from_str(text: &str) -> Result<Self, InvalidAccent> {
        let text = text.trim().to_ascii_lowercase();
        let valid = match text.strip_prefix('#') {
            Some(digits) => digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()),
            None => is_oklch(&text),
        };
        valid.then_some(Self(text)).ok_or(InvalidAccent)
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_oklch(text: &str) -> bool {
    let inner = text
        .strip_prefix("oklch(")
        .and_then(|rest| rest.strip_suffix(')'));
    let parts: Vec<&str> = inner
        .map(|inner| inner.split(' ').collect())
        .unwrap_or_default();
    let [lightness, chroma, hue] = parts[..] else {
        return false;
    };
    let light_enough = match lightness.strip_suffix('%') {
        Some(percent) => is_number_up_to(100.0, percent),
        None => is_number_up_to(1.0, lightness),
    };
    let hue = hue.strip_suffix("deg").unwrap_or(hue);
    light_enough && is_number_up_to(0.5, chroma) && is_number_up_to(360.0, hue)
}

fn is_number_up_to(most: f32, text: &str) -> bool {
    // `parse` alone would accept `inf` and `1e2`.
    text.bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && text.parse().is_ok_and(|number: f32| number <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken() {
        for text in [
            "#2f4bd0",
            "#2F4BD0",
            "oklch(46% 0.155 266)",
            "oklch(0.46 .155 266deg)",
        ] {
            assert!(text.parse::<Accent>().is_ok(), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            "#2f4bd",
            "#2f4bd0;",
            "#gggggg",
            "red",
            "oklch(46% 0.155)",
            "oklch(46% 0.155 266 / 0.5)",
            "oklch(101% 0.1 1)",
            "oklch(inf 0.1 1)",
            "oklch(46% 0.1 1e2)",
            "oklch(46% 0.155 266);}body{display:none",
            "url(https://example.com)",
            "#2f4bd0}*{color:red",
        ] {
            assert_eq!(text.parse::<Accent>(), Err(InvalidAccent), "{text:?}");
        }
    }
}
