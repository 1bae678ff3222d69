//! Keys that are derived from another one, each for one purpose: HKDF (RFC 5869) with SHA-256, used
//! for HMAC-SHA-256 (RFC 2104).

use aws_lc_rs::{hkdf, hmac};

pub const TAG: usize = 32;

pub struct DerivedKey(hmac::Key);

impl DerivedKey {
    /// Derives the key for `purpose`. Keys for different purposes tell nothing about each other.
    #[expect(
        clippy::expect_used,
        reason = "HKDF refuses nothing but keys of more than 8160 bytes"
    )]
    pub fn of(master: &[u8; 32], purpose: &'static str) -> Self {
        let whole = hkdf::Salt::new(hkdf::HKDF_SHA256, &[]).extract(master);
        let info = [purpose.as_bytes()];
        let key = whole.expand(&info, hmac::HMAC_SHA256);
        Self(key.expect("the key is short").into())
    }

    pub fn tag(&self, data: &[u8]) -> [u8; TAG] {
        let mut bytes = [0; TAG];
        bytes.copy_from_slice(hmac::sign(&self.0, data).as_ref());
        bytes
    }

    /// Whether the tag belongs to the data. It takes the same time for every difference.
    pub fn verify(&self, data: &[u8], tag: &[u8; TAG]) -> bool {
        hmac::verify(&self.0, data, tag).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Token;

    #[test]
    fn a_tag_belongs_to_its_key_purpose_and_data() {
        let key = DerivedKey::of(&[7; 32], "one");
        let tag = key.tag(b"data");
        assert_eq!(DerivedKey::of(&[7; 32], "one").tag(b"data"), tag);
        assert!(key.verify(b"data", &tag));
        assert!(!key.verify(b"other", &tag));
        assert!(!DerivedKey::of(&[7; 32], "two").verify(b"data", &tag));
        assert!(!DerivedKey::of(&[8; 32], "one").verify(b"data", &tag));
    }

    /// The expected value comes from another implementation: Python's `hmac` and `hashlib`.
    #[test]
    fn the_derivation_is_the_one_of_the_rfc() {
        let tag = DerivedKey::of(&[7; 32], "balcao one-time link").tag(b"data");
        let text = Token::from_bytes(tag).expose();
        assert_eq!(
            text,
            "955ed955bb82846c7511c088d608ffeaad716a1f8797d317c1e8087b925a1eed"
        );
    }
}
