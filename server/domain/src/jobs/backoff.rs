//! The wait between the attempts at a job.

use std::time::Duration;

use crate::random::Random;

const FIRST: Duration = Duration::from_secs(1);
/// The longest wait between two attempts.
pub const LONGEST: Duration = Duration::from_hours(1);
/// The same of webhooks, which have a schedule of their own.
pub const LONGEST_OF_WEBHOOKS: Duration = Duration::from_hours(24);

/// The wait doubles with every attempt, up to an hour. Chance takes off up to half of it, so that
/// jobs that failed together do not come back together.
pub fn after(attempts: i32, random: &dyn Random) -> Duration {
    let doublings = u32::try_from(attempts - 1).unwrap_or_default().min(31);
    let whole = LONGEST.min(FIRST * 2_u32.pow(doublings));
    whole / 2 + whole / 2 * u32::from(byte(random)) / 255
}

fn byte(random: &dyn Random) -> u8 {
    let mut bytes = [0];
    random.fill(&mut bytes);
    bytes[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the same byte for ever.
    struct Always(u8);

    impl Random for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        let seconds = |attempts| after(attempts, &Always(255)).as_secs();
        assert_eq!([1, 2, 3, 4, 12].map(seconds), [1, 2, 4, 8, 2048]);
        assert_eq!([13, 14, 100, i32::MAX].map(seconds), [3600; 4]);
    }

    #[test]
    fn chance_halves_it_at_most() {
        assert_eq!(after(1, &Always(0)), Duration::from_millis(500));
        assert_eq!(after(100, &Always(0)), LONGEST / 2);
    }
}
