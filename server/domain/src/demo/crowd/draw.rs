//! Random choices for the crowd.

use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;
use rand::{RngExt, SeedableRng, rngs::StdRng};

use crate::{Scope, clock::Timestamp, ids::Id, random::Random};

pub(super) struct Draw {
    pub since: Timestamp,
    pub until: Timestamp,
    random: SeededRandom,
}

/// A fast generator, since a crowd takes millions of numbers.
struct SeededRandom(Mutex<StdRng>);

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut generator = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        generator.fill(bytes);
    }
}

impl Draw {
    pub fn new(scope: &Scope, since: Timestamp) -> Self {
        let mut seed = [0; 32];
        scope.portal.random.fill(&mut seed);
        Self {
            since,
            until: scope.now(),
            random: SeededRandom(Mutex::new(StdRng::from_seed(seed))),
        }
    }

    pub fn random(&self) -> &dyn Random {
        &self.random
    }

    pub fn id<I: Id>(&self, at: Timestamp) -> I {
        I::generate(at, &self.random)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let mut bytes = [0; 8];
        self.random.fill(&mut bytes);
        let number = u64::from_le_bytes(bytes) % end.max(1) as u64;
        usize::try_from(number).unwrap_or_default()
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Is true in `percent` of a hundred cases.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A time up to `most` later, but not after the end.
    pub fn after(&mut self, at: Timestamp, most: TimeDelta) -> Timestamp {
        let span = usize::try_from(most.num_milliseconds()).unwrap_or_default();
        let later = i64::try_from(self.below(span)).unwrap_or_default();
        (at + TimeDelta::milliseconds(later)).min(self.until)
    }
}
