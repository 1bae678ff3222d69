//! The secrets of clients. The portal proposes one; whoever has one already may type it, if it is
//! strong enough for a fast hash.

use std::collections::HashSet;

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::random::{Random, alphanumeric};

const MIN_CHARS: usize = 24;
const MAX_CHARS: usize = 128;
/// A guess is checked by a single SHA-256, so a secret must not be guessable at all.
const MIN_BITS: f64 = 128.0;
/// What a proposed one has: 238 bits.
const PROPOSED_CHARS: usize = 40;
/// What a character tells that follows from the ones before it, in bits.
const FORESEEN_BITS: f64 = 0.5;

/// A strong secret in plain form.
#[derive(Clone, Debug)]
pub struct ClientSecret(SecretString);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretMistake {
    TooShort,
    TooLong,
    /// It has something else than visible characters of ASCII (RFC 6749, appendix A.2).
    Character,
    /// It has fewer than 128 bits, as far as that can be told.
    Weak,
}

impl ClientSecret {
    /// A new one, for a form.
    #[must_use]
    pub fn propose(random: &dyn Random) -> Self {
        Self(alphanumeric(random, PROPOSED_CHARS).into())
    }

    /// # Errors
    /// The first of [`SecretMistake`] that applies, in the order given there.
    pub fn parse(text: &str) -> Result<Self, SecretMistake> {
        let chars = text.chars().count();
        if chars < MIN_CHARS {
            return Err(SecretMistake::TooShort);
        }
        if chars > MAX_CHARS {
            return Err(SecretMistake::TooLong);
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(SecretMistake::Character);
        }
        if estimated_bits(text.as_bytes()) < MIN_BITS {
            return Err(SecretMistake::Weak);
        }
        Ok(Self(text.to_owned().into()))
    }

    /// The secret in plain form, for the page that shows it only.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.expose()).to_vec()
    }
}

/// What a text tells at least to whoever knows its kinds of characters: nearly nothing where a
/// character repeats or continues the one before, or a pair comes again.
fn estimated_bits(text: &[u8]) -> f64 {
    let per_char = f64::from(pool(text)).log2();
    let mut pairs = HashSet::new();
    let mut bits = per_char;
    for pair in text.windows(2) {
        let &[before, now] = pair else { continue };
        let is_new = pairs.insert((before, now));
        let foreseen = !is_new || before.abs_diff(now) <= 1;
        bits += if foreseen { FORESEEN_BITS } else { per_char };
    }
    bits
}

/// How many characters the text is drawn from.
fn pool(text: &[u8]) -> u32 {
    let has = |kind: fn(&u8) -> bool| text.iter().any(kind);
    let kinds = [
        (has(u8::is_ascii_lowercase), 26),
        (has(u8::is_ascii_uppercase), 26),
        (has(u8::is_ascii_digit), 10),
        (has(u8::is_ascii_punctuation), 32),
    ];
    kinds
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, size)| size)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn what_is_proposed_is_good_and_never_the_same() {
        let proposed = ClientSecret::propose(&SystemRandom);
        assert!(ClientSecret::parse(proposed.expose()).is_ok());
        assert_ne!(
            proposed.expose(),
            ClientSecret::propose(&SystemRandom).expose()
        );
        assert!(!format!("{proposed:?}").contains(&proposed.expose()[..4]));
    }

    #[test]
    fn what_can_be_guessed_is_refused_with_its_reason() {
        let refusal = |text: &str| ClientSecret::parse(text).map(drop).unwrap_err();
        assert_eq!(refusal(""), SecretMistake::TooShort);
        assert_eq!(refusal("k7Qp2mX9vR4tL8wZ1nB6cYs"), SecretMistake::TooShort);
        assert_eq!(refusal(&"k7Qp2mX9".repeat(17)), SecretMistake::TooLong);
        assert_eq!(
            refusal("k7Qp2mX9vR4tL8wZ1nB6cYsé"),
            SecretMistake::Character
        );
        assert_eq!(
            refusal("k7Qp2mX9vR4tL8wZ 1nB6cYs"),
            SecretMistake::Character
        );
        for weak in [
            &*"a".repeat(128),
            "abcdefghijklmnopqrstuvwxyz0123456789",
            &"Senha-123".repeat(8),
            "sdkfjhwoeirutzxmcnvbqpwo",
            "271828182845904523536028",
        ] {
            assert_eq!(refusal(weak), SecretMistake::Weak, "{weak}");
        }
    }

    #[test]
    fn what_other_systems_make_is_taken() {
        for strong in [
            "k7Qp2mX9vR4tL8wZ1nB6cYsD",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
            "x;7Gq-2Lm.9Rv!4Tz%8Wn(1B",
        ] {
            assert!(ClientSecret::parse(strong).is_ok(), "{strong}");
        }
    }
}
