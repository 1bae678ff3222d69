//! One-time codes by the clock (RFC 6238): HMAC-SHA-1, six digits, a new one every 30 seconds, which
//! is what every authenticator app can do.

use std::fmt;

use aws_lc_rs::hmac;
use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;

use crate::{clock::Timestamp, random::Random};

/// The length that RFC 4226 §4 recommends: that of the digest.
const SECRET_BYTES: usize = 20;
const DIGITS: usize = 6;
/// One more than the largest code.
const CODES: u32 = 1_000_000;
const SECONDS: i64 = 30;
/// By how many steps the clock of a telephone may be off (RFC 6238 §5.2).
const DRIFT: i64 = 1;
/// So many letters of a secret stand together.
const GROUP: usize = 4;

/// What an app makes its codes of.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; SECRET_BYTES]);

impl TotpSecret {
    pub(super) fn generate(random: &dyn Random) -> Self {
        let mut bytes = [0; SECRET_BYTES];
        random.fill(&mut bytes);
        Self(bytes)
    }

    /// `None` unless there are as many bytes as a secret has.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(super) const fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// The text form, in base 32.
    #[must_use]
    pub fn expose(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The text form for people who type it: groups of four letters.
    #[must_use]
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.expose().chars().collect();
        let groups = letters.chunks(GROUP).map(|group| group.iter().collect());
        groups.collect::<Vec<String>>().join(" ")
    }

    /// What an app reads from a picture or a link (the Key URI Format of Google Authenticator).
    #[must_use]
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (percent_encoded(issuer), percent_encoded(account));
        let secret = self.expose();
        format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
    }

    /// The code of a step.
    fn code(&self, step: i64) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &step.to_be_bytes());
        format!("{:0DIGITS$}", truncated(tag.as_ref()) % CODES)
    }

    /// What [`TotpSecret::grouped`] wrote, for tests of those above.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn parse(grouped: &str) -> Option<Self> {
        let letters: String = grouped.split_whitespace().collect();
        Self::from_bytes(&BASE32_NOPAD.decode(letters.as_bytes()).ok()?)
    }

    /// The code of a moment, for tests of those above.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn code_at(&self, now: Timestamp) -> String {
        self.code(step_at(now))
    }

    /// The steps around now whose code this is; each comparison takes the same time.
    pub(super) fn steps_of(&self, code: &str, now: Timestamp) -> Vec<i64> {
        let now = step_at(now);
        let steps = now - DRIFT..=now + DRIFT;
        let is_its = |step: &i64| {
            let own = self.code(*step);
            bool::from(own.as_bytes().ct_eq(code.as_bytes()))
        };
        steps.filter(is_its).collect()
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

fn step_at(now: Timestamp) -> i64 {
    now.timestamp().div_euclid(SECONDS)
}

/// Four bytes of the tag as a number; its last four bits say which (RFC 4226 §5.3).
fn truncated(tag: &[u8]) -> u32 {
    let start = tag.last().map_or(0, |last| usize::from(last & 0x0f));
    let four = tag.get(start..start + 4).unwrap_or_default();
    let number = four
        .iter()
        .fold(0, |number, byte| (number << 8) | u32::from(*byte));
    number & 0x7fff_ffff
}

/// The digits of a code as it was typed, in groups or not; `None` for what is no code.
pub(super) fn digits(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    let is_code = code.len() == DIGITS && code.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then_some(code)
}

/// Everything but the unreserved characters of RFC 3986 §2.3 is escaped: some apps show a plus sign
/// where a form would read a blank.
fn percent_encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    encoded.collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn of_the_rfc() -> TotpSecret {
        TotpSecret(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// RFC 6238, appendix B: the last six of their eight digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(of_the_rfc().code_at(at(seconds)), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_its_step_and_one_on_either_side() {
        let secret = of_the_rfc();
        let code = secret.code_at(at(3000));
        for (seconds, expected) in [
            (2969, None),
            (2970, Some(100)),
            (3000, Some(100)),
            (3059, Some(100)),
            (3060, None),
        ] {
            let steps = secret.steps_of(&code, at(seconds));
            assert_eq!(steps.first().copied(), expected, "{seconds}");
        }
    }

    #[test]
    fn codes_are_typed_in_groups_or_not() {
        for typed in ["287082", " 287 082 ", "287-082"] {
            assert_eq!(digits(typed).as_deref(), Some("287082"));
        }
        for typed in ["", "28708", "2870820", "28708x", "２87082"] {
            assert_eq!(digits(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_app_reads_whose_secret_it_is() {
        let uri = of_the_rfc().uri("Balcão de APIs", "ana@empresa.com.br");
        assert_eq!(
            uri,
            "otpauth://totp/Balc%C3%A3o%20de%20APIs:ana%40empresa.com.br\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Balc%C3%A3o%20de%20APIs"
        );
        assert!(of_the_rfc().grouped().starts_with("GEZD GNBV "));
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", of_the_rfc()), "TotpSecret(…)");
    }
}
