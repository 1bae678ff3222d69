//! Latency classes: how long calls took, as counts that can be added over hours, instances and
//! applications, and still give percentiles.

use std::time::Duration;

/// The upper bounds of the classes of a decade, in hundredths of its lower end.
const STEPS: [u32; 10] = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
const DECADES: usize = 6;

/// The upper bounds of the classes in microseconds: ten in each decade from a tenth of a
/// millisecond to 100 seconds. Longer calls count in the last class.
///
/// A class is stored by its bound, so that stored counts stay right when bounds are added. An
/// application has at most as many rows in an hour, of one kind and status, as there are bounds.
const BOUNDS: [u32; STEPS.len() * DECADES + 1] = bounds();

const fn bounds() -> [u32; STEPS.len() * DECADES + 1] {
    let mut bounds = [0; STEPS.len() * DECADES + 1];
    let (mut at, mut scale) = (0, 1);
    while at < bounds.len() {
        bounds[at] = STEPS[at % STEPS.len()] * scale;
        at += 1;
        if at % STEPS.len() == 0 {
            scale *= 10;
        }
    }
    bounds
}

/// The upper bound of the class of a call.
pub(super) fn class(elapsed: Duration) -> u32 {
    let micros = elapsed.as_micros();
    let at = BOUNDS.partition_point(|bound| u128::from(*bound) < micros);
    BOUNDS[at.min(BOUNDS.len() - 1)]
}

/// The number of calls in each class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Classes([u64; BOUNDS.len()]);

impl Default for Classes {
    fn default() -> Self {
        Self([0; BOUNDS.len()])
    }
}

impl Classes {
    /// Adds calls of the class with this bound. A bound of another version counts in the next
    /// class.
    pub fn add(&mut self, bound: u32, calls: u64) {
        let at = BOUNDS.partition_point(|known| *known < bound);
        self.0[at.min(BOUNDS.len() - 1)] += calls;
    }

    /// The time that this share of the calls, in hundredths, did not exceed: the middle of its
    /// class, as more is not known. It is at most 14% too high or too low, from a tenth of a
    /// millisecond to 100 seconds. `None` without calls.
    ///
    /// Older rows with coarser classes (1-2-5) count in the class with the same upper bound, so
    /// their percentile may be up to 2.3 times too high.
    pub fn percentile(&self, hundredths: u64) -> Option<Duration> {
        let calls: u64 = self.0.iter().sum();
        let rank = (calls * hundredths).div_ceil(100).max(1);
        let (mut before, mut lower) = (0, 0);
        for (calls, bound) in self.0.into_iter().zip(BOUNDS) {
            before += calls;
            if before >= rank {
                return Some(Duration::from_micros(u64::midpoint(lower, bound.into())));
            }
            lower = bound.into();
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
        assert_eq!(class(Duration::from_micros(101)), 125);
        assert_eq!(class(millis(3)), 3_150);
        assert_eq!(class(Duration::from_hours(1)), 100_000_000);
    }

    #[test]
    fn every_bound_of_before_is_still_one() {
        for decade in (2..8).map(|power| 10_u32.pow(power)) {
            for bound in [decade, 2 * decade, 5 * decade] {
                assert!(BOUNDS.contains(&bound), "{bound}");
            }
        }
        assert!(BOUNDS.is_sorted());
    }

    #[test]
    fn a_percentile_is_never_further_off_than_14_percent() {
        let slower = |micros: &u64| Some(micros + micros.div_ceil(100));
        let times = std::iter::successors(Some(101), slower);
        for micros in times.take_while(|micros| *micros <= 100_000_000) {
            let mut classes = Classes::default();
            let elapsed = Duration::from_micros(micros);
            classes.add(class(elapsed), 5);
            let told = classes.percentile(95).unwrap();
            let off = told.as_secs_f64() / elapsed.as_secs_f64();
            assert!((0.86..1.14).contains(&off), "{elapsed:?} {told:?}");
        }
    }

    #[test]
    fn percentiles_lie_within_the_class_that_holds_them() {
        let mut classes = Classes::default();
        assert_eq!(classes.percentile(50), None);
        classes.add(class(millis(9)), 90);
        classes.add(class(millis(150)), 10);
        for hundredths in [1, 50, 90] {
            assert_eq!(classes.percentile(hundredths), Some(millis(9)));
        }
        for hundredths in [91, 100] {
            let told = classes.percentile(hundredths).unwrap();
            assert!(told > millis(125) && told < millis(160), "{told:?}");
        }
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
        classes.add(9_000, 1);
        assert_eq!(classes.percentile(50), Some(millis(9)));
    }
}
