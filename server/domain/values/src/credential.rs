//! The credential a client sends: its two keys joined as HTTP Basic authentication wants them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How many letters and digits a public key has.
pub const PUBLIC_KEY_LENGTH: usize = 32;
/// How many a secret key has: 285 bits.
pub const SECRET_KEY_LENGTH: usize = 48;

/// `base64(public:secret)`, standard alphabet with padding (RFC 7617 §2).
#[must_use]
pub fn basic(public_key: &str, secret_key: &str) -> String {
    STANDARD.encode(format!("{public_key}:{secret_key}"))
}
