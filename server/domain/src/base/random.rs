//! Randomness as a parameter.

use rand::{
    SeedableRng, TryRng,
    distr::{Alphanumeric, SampleString},
    rngs::{StdRng, SysRng},
};

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
#[must_use]
pub fn alphanumeric(random: &dyn Random, length: usize) -> String {
    let mut seed = [0; 32];
    random.fill(&mut seed);
    Alphanumeric.sample_string(&mut StdRng::from_seed(seed), length)
}
