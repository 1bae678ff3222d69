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

impl Accent {
    /// The same in sRGB; what of it no screen shows is cut off.
    #[must_use]
    pub fn rgb(&self) -> [u8; 3] {
        match self.0.strip_prefix('#') {
            Some(digits) => {
                let digits = u32::from_str_radix(digits, 16).unwrap_or_default();
                let [_, red, green, blue] = digits.to_be_bytes();
                [red, green, blue]
            }
            None => oklch(&self.0).map_or([0; 3], from_oklch),
        }
    }
}

/// Lightness from 0 to 1, chroma, and hue in degrees.
fn oklch(text: &str) -> Option<[f32; 3]> {
    let inner = text.strip_prefix("oklch(")?.strip_suffix(')')?;
    let mut parts = inner.split(' ');
    let lightness = parts.next()?;
    let lightness = match lightness.strip_suffix('%') {
        Some(percent) => percent.parse::<f32>().ok()? / 100.0,
        None => lightness.parse().ok()?,
    };
    let chroma = parts.next()?.parse().ok()?;
    let hue = parts.next()?.trim_end_matches("deg").parse().ok()?;
    Some([lightness, chroma, hue])
}

/// By the matrices of CSS Color 4 §18 (Björn Ottosson's Oklab).
fn from_oklch([lightness, chroma, hue]: [f32; 3]) -> [u8; 3] {
    let (a, b) = (
        chroma * hue.to_radians().cos(),
        chroma * hue.to_radians().sin(),
    );
    let cone = |of_a: f32, of_b: f32| (lightness + of_a * a + of_b * b).powi(3);
    let long = cone(0.396_337_78, 0.215_803_76);
    let medium = cone(-0.105_561_346, -0.063_854_17);
    let short = cone(-0.089_484_18, -1.291_485_5);
    let linear = [
        4.076_741_7 * long - 3.307_711_6 * medium + 0.230_969_94 * short,
        -1.268_438 * long + 2.609_757_4 * medium - 0.341_319_38 * short,
        -0.004_196_086_3 * long - 0.703_418_6 * medium + 1.707_614_7 * short,
    ];
    linear.map(|light| {
        let light = light.clamp(0.0, 1.0);
        let coded = if light <= 0.003_130_8 {
            light * 12.92
        } else {
            1.055 * light.powf(1.0 / 2.4) - 0.055
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is between 0 and 255"
        )]
        let byte = (coded * 255.0).round() as u8;
        byte
    })
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
    fn a_colour_is_the_same_in_red_green_and_blue() {
        let rgb = |text: &str| text.parse::<Accent>().unwrap().rgb();
        assert_eq!(rgb("#2f4bd0"), [0x2f, 0x4b, 0xd0]);
        assert_eq!(rgb("oklch(100% 0 0)"), [255; 3]);
        assert_eq!(rgb("oklch(0 0 0)"), [0; 3]);
        // Red, as CSS Color 4 gives it.
        let [red, green, blue] = rgb("oklch(62.796% 0.25768 29.2339deg)");
        assert!(red >= 254 && green <= 2 && blue <= 2);
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
