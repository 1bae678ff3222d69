//! Randomness as a parameter.

use rand::{TryRng, rngs::SysRng};

/// Where unpredictable bytes come from.
pub trait Random: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::expect_used,
        reason = "without randomness there is nothing safe left to do"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        SysRng
            .try_fill_bytes(bytes)
            .expect("the operating system gives random bytes");
    }
}

/// `length` characters drawn evenly from `[A-Za-z0-9]`.
///
/// `rand::distr::Alphanumeric` needs a generator of `rand`; making one from [`Random`] takes more
/// code.
#[must_use]
pub fn alphanumeric(random: &dyn Random, length: usize) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    // The largest multiple of 62 that fits into a byte: higher bytes would favour the first
    // characters.
    const EVEN: u8 = 248;
    let mut text = String::with_capacity(length);
    let mut bytes = [0; 64];
    while text.len() < length {
        random.fill(&mut bytes);
        let drawn = bytes
            .iter()
            .filter(|byte| **byte < EVEN)
            .map(|byte| char::from(ALPHABET[usize::from(byte % 62)]));
        text.extend(drawn.take(length - text.len()));
    }
    text
}
