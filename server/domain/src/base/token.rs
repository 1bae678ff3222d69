//! Bearer tokens of links and sessions: 32 random bytes, of which only the SHA-256 is stored.

use std::fmt;

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use sea_orm::DeriveValueType;
use sha2::{Digest, Sha256};

use crate::random::Random;

const BYTES: usize = 32;

/// A token in plain form, as a link or a cookie has it: 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; BYTES]);

/// The hash of a token, which is stored.
#[derive(Clone, Debug, PartialEq, Eq, Hash, DeriveValueType)]
pub struct TokenHash(Vec<u8>);

impl Token {
    #[must_use]
    pub fn generate(random: &dyn Random) -> Self {
        let mut bytes = [0; BYTES];
        random.fill(&mut bytes);
        Self(bytes)
    }

    /// A token made of bytes that only this portal can compute.
    pub(crate) const fn from_bytes(bytes: [u8; BYTES]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }

    /// Parses the text form; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The text form.
    #[must_use]
    pub fn expose(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).to_vec())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn the_text_form_reads_back() {
        let token = Token::generate(&SystemRandom);
        let text = token.expose();
        assert_eq!(text, text.to_ascii_lowercase());
        assert_eq!(
            Token::parse(&text.to_ascii_uppercase()),
            Some(token.clone())
        );
        assert_eq!(Token::parse(&text), Some(token));
    }

    #[test]
    fn what_is_not_a_token_is_refused() {
        for text in ["", "ab", &"g".repeat(64), &"é".repeat(32), &"+1".repeat(32)] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }

    #[test]
    fn debug_shows_nothing() {
        let token = Token::generate(&SystemRandom);
        assert!(!format!("{token:?}").contains(&token.expose()[..4]));
    }
}
