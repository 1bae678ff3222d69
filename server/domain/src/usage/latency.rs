//! Classes of latency: how long calls took, kept as counts that can be added up over hours,
//! instances and applications, and still tell percentiles.

use std::time::Duration;

/// The upper bounds of the classes in microseconds. A class is stored by its bound, so that rows
/// keep their meaning when bounds are added.
const BOUNDS: [u32; 19] = [
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    20_000,
    50_000,
    100_000,
    200_000,
    500_000,
    1_000_000,
    2_000_000,
    5_000_000,
    10_000_000,
    20_000_000,
    50_000_000,
    // What took even longer is counted here too.
    100_000_000,
];

/// The bound of the class that a call belongs to.
pub(super) fn class(elapsed: Duration) -> u32 {
    let micros = elapsed.as_micros();
    let fits = |bound: &u32| micros <= u128::from(*bound);
    BOUNDS
        .into_iter()
        .find(fits)
        .unwrap_or(BOUNDS[BOUNDS.len() - 1])
}

/// How many calls fell into each class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes([u64; BOUNDS.len()]);

impl Classes {
    /// Adds calls of the class with this bound; of a bound that is none any more, to the next.
    pub fn add(&mut self, bound: u32, calls: u64) {
        let at = BOUNDS.partition_point(|known| *known < bound);
        self.0[at.min(BOUNDS.len() - 1)] += calls;
    }

    /// What this share of the calls, in hundredths, did not take longer than; evenly spread
    /// within a class, for more than the class is not known. None without calls.
    pub fn percentile(&self, hundredths: u64) -> Option<Duration> {
        let calls: u64 = self.0.iter().sum();
        let rank = (calls * hundredths).div_ceil(100).max(1);
        let (mut before, mut lower) = (0, 0);
        for (calls, bound) in self.0.into_iter().zip(BOUNDS) {
            if calls > 0 && before + calls >= rank {
                let width = u64::from(bound - lower);
                let within = width * (rank - before) / calls;
                return Some(Duration::from_micros(u64::from(lower) + within));
            }
            (before, lower) = (before + calls, bound);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn a_call_belongs_to_the_first_class_that_holds_it() {
        assert_eq!(class(Duration::ZERO), 100);
        assert_eq!(class(Duration::from_micros(100)), 100);
        assert_eq!(class(Duration::from_micros(101)), 200);
        assert_eq!(class(millis(3)), 5_000);
        assert_eq!(class(Duration::from_hours(1)), 100_000_000);
    }

    #[test]
    fn percentiles_lie_within_the_class_that_holds_them() {
        let mut classes = Classes::default();
        assert_eq!(classes.percentile(50), None);
        classes.add(class(millis(8)), 90);
        classes.add(class(millis(150)), 10);
        assert_eq!(classes.percentile(90), Some(millis(10)));
        let p50 = classes.percentile(50).unwrap();
        assert!(p50 > millis(5) && p50 < millis(10), "{p50:?}");
        assert_eq!(classes.percentile(95), Some(millis(150)));
        assert_eq!(classes.percentile(100), Some(millis(200)));
    }

    #[test]
    fn a_single_call_is_every_percentile() {
        let mut classes = Classes::default();
        classes.add(class(millis(2)), 1);
        assert_eq!(classes.percentile(1), classes.percentile(99));
    }

    #[test]
    fn a_bound_of_another_version_counts_in_the_class_above_it() {
        let mut classes = Classes::default();
        classes.add(3_000, 1);
        assert_eq!(classes.percentile(50), Some(millis(5)));
    }
}
