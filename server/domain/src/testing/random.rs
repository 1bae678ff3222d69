//! Randomness that is the same in every run.

use std::sync::Mutex;

use rand::{RngExt, SeedableRng, rngs::StdRng};

use crate::random::Random;

/// Returns the same bytes in every run.
pub struct SeededRandom(Mutex<StdRng>);

impl Default for SeededRandom {
    fn default() -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(2026)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap().fill(bytes);
    }
}
