//! The credential a client sends: its two keys joined as HTTP Basic authentication wants them.
//!
//! Keys of today are short enough for `public:secret` to stay within 57 bytes, whose base64 is the
//! longest that plain `base64` leaves in one line. A secret key says what it is, by a prefix that
//! secret scanners know, and by a checksum whether it was copied right. Keys that were made before
//! are longer, have neither, and stay good.

mod checksum;
mod slip;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub use slip::{Slip, slip};

/// How many letters and digits a public key has.
pub const PUBLIC_KEY_LENGTH: usize = 20;
/// How many characters a secret key has: its prefix, what is drawn, and the checksum of that.
pub const SECRET_KEY_LENGTH: usize = SECRET_PREFIX.len() + SECRET_DRAWN + checksum::LENGTH;
/// What a secret key begins with.
pub const SECRET_PREFIX: &str = "blc_";
/// How many letters and digits of a secret key are drawn: 154 bits.
pub const SECRET_DRAWN: usize = 26;

/// How many letters and digits a public key had before.
const LONG_PUBLIC_KEY: usize = 32;
/// How many a secret key had.
const LONG_SECRET_KEY: usize = 48;

/// `base64(public:secret)`, standard alphabet with padding (RFC 7617 §2).
#[must_use]
pub fn basic(public_key: &str, secret_key: &str) -> String {
    STANDARD.encode(format!("{public_key}:{secret_key}"))
}

/// The secret key that holds what was drawn: [`SECRET_DRAWN`] letters and digits.
#[must_use]
pub fn secret_key(drawn: &str) -> String {
    [SECRET_PREFIX, drawn, &checksum::of(drawn)].concat()
}

/// Whether a text has the form of a public key, of today or of before.
#[must_use]
pub fn is_public_key(text: &str) -> bool {
    matches!(text.len(), PUBLIC_KEY_LENGTH | LONG_PUBLIC_KEY) && is_alphanumeric(text)
}

/// Whether a text has the form of a secret key, of today or of before; its checksum aside.
#[must_use]
pub fn is_secret_key(text: &str) -> bool {
    match text.strip_prefix(SECRET_PREFIX) {
        Some(rest) => text.len() == SECRET_KEY_LENGTH && is_alphanumeric(rest),
        None => text.len() == LONG_SECRET_KEY && is_alphanumeric(text),
    }
}

/// Whether a text of the form of a secret key was copied right, as far as that can be told.
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
