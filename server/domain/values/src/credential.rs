//! The credential a client sends: its two keys joined as HTTP Basic authentication wants them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// `base64(public:secret)`, standard alphabet with padding (RFC 7617 §2).
#[must_use]
pub fn basic(public_key: &str, secret_key: &str) -> String {
    STANDARD.encode(format!("{public_key}:{secret_key}"))
}
