//! Proof Key for Code Exchange (RFC 7636): whoever uses a code must know what the challenge was made
//! of. The method is always S256; `plain` would hand the secret to whoever sees the request.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

pub(super) const METHOD: &str = "S256";

/// The SHA-256 that a challenge holds; `None` for any other text (§4.2).
pub(super) fn challenge(text: &str) -> Option<Vec<u8>> {
    let hash = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    (hash.len() == Sha256::output_size()).then_some(hash)
}

/// Whether a challenge was made of this verifier (§4.6).
pub(super) fn fits(challenge: &[u8], verifier: &str) -> bool {
    let is_verifier = (43..=128).contains(&verifier.len())
        && verifier
            .bytes()
            .all(|c| c.is_ascii_alphanumeric() || b"-._~".contains(&c));
    let hash = Sha256::digest(verifier);
    is_verifier && hash.as_slice().ct_eq(challenge).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of RFC 7636, appendix B.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn a_verifier_fits_its_own_challenge_alone() {
        let own = challenge(CHALLENGE).unwrap();
        assert!(fits(&own, VERIFIER));
        for other in ["", CHALLENGE, &VERIFIER[1..], &format!("{VERIFIER}=")] {
            assert!(!fits(&own, other), "{other}");
        }
        let short = "a".repeat(42);
        assert!(!fits(&Sha256::digest(&short), &short));
        let long = "a".repeat(128);
        assert!(fits(&Sha256::digest(&long), &long));
    }

    #[test]
    fn a_challenge_is_a_hash() {
        let padded = format!("{CHALLENGE}=");
        for text in ["", &CHALLENGE[1..], &padded, VERIFIER.get(..42).unwrap()] {
            assert_eq!(challenge(text), None, "{text}");
        }
    }
}
