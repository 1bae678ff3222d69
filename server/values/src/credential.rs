//! The credential of a client: its two keys, joined for HTTP Basic authentication.
//!
//! `public:secret` has 57 bytes. Their base64 is the longest that the command `base64` prints in
//! one line. A secret key has a prefix that secret scanners know, and a checksum that shows
//! mistakes in copying. Older keys are longer, have neither, and still work.

mod checksum;
mod mistake;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub use mistake::{KeyMistake, key_mistake};

/// The number of letters and digits of a public key.
pub const PUBLIC_KEY_LENGTH: usize = 20;
/// The number of characters of a secret key: its prefix, the random part, and the checksum.
pub const SECRET_KEY_LENGTH: usize = SECRET_PREFIX.len() + SECRET_DRAWN + checksum::LENGTH;
/// The prefix of a secret key.
pub const SECRET_PREFIX: &str = "blc_";
/// The number of random letters and digits in a secret key: 154 bits.
pub const SECRET_DRAWN: usize = 26;

/// The number of letters and digits of an older public key.
const LONG_PUBLIC_KEY: usize = 32;
/// The number of letters and digits of an older secret key.
const LONG_SECRET_KEY: usize = 48;

/// `base64(public:secret)`, standard alphabet with padding (RFC 7617 §2).
#[must_use]
pub fn basic(public_key: &str, secret_key: &str) -> String {
    STANDARD.encode(format!("{public_key}:{secret_key}"))
}

/// Makes a secret key of its random part: [`SECRET_DRAWN`] letters and digits.
#[must_use]
pub fn secret_key(drawn: &str) -> String {
    [SECRET_PREFIX, drawn, &checksum::of(drawn)].concat()
}

/// Whether a text has the form of a public key, new or old.
#[must_use]
pub fn is_public_key(text: &str) -> bool {
    matches!(text.len(), PUBLIC_KEY_LENGTH | LONG_PUBLIC_KEY) && is_alphanumeric(text)
}

/// Whether a text has the form of a secret key, new or old. The checksum is not checked.
#[must_use]
pub fn is_secret_key(text: &str) -> bool {
    match text.strip_prefix(SECRET_PREFIX) {
        Some(rest) => text.len() == SECRET_KEY_LENGTH && is_alphanumeric(rest),
        None => text.len() == LONG_SECRET_KEY && is_alphanumeric(text),
    }
}

/// Whether the checksum of a secret key is right. An older key has none and passes.
#[must_use]
pub fn checksum_holds(secret_key: &str) -> bool {
    let Some(rest) = secret_key.strip_prefix(SECRET_PREFIX) else {
        return true;
    };
    rest.split_at_checked(SECRET_DRAWN)
        .is_some_and(|(drawn, checksum)| checksum == checksum::of(drawn))
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
