//! The scale of a plot: a round number above everything it shows.

/// The smallest of 2, 4, 6, 8, 10, 20, 40 … that holds `most`: half of it is whole too.
pub fn above(most: u64) -> u64 {
    let mut decade = 1_u64;
    loop {
        for step in [2, 4, 6, 8, 10] {
            let top = decade.saturating_mul(step);
            if top >= most {
                return top;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

/// How high something stands between 0 and 100, with the hundredths that a plot can show.
pub fn height(value: u64, top: u64) -> f64 {
    let hundredths = u128::from(value) * 10_000 / u128::from(top.max(1));
    f64::from(u32::try_from(hundredths.min(10_000)).unwrap_or(10_000)) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_everything_and_its_half_is_whole() {
        for (most, top) in [
            (0, 2),
            (1, 2),
            (3, 4),
            (5, 6),
            (11, 20),
            (150, 200),
            (401, 600),
        ] {
            assert_eq!(above(most), top);
        }
        assert!(above(u64::MAX) >= u64::MAX / 2);
    }

    #[test]
    fn heights_fill_the_plot() {
        assert!((height(1, 3) - 33.33).abs() < f64::EPSILON);
        assert!((height(7, 7) - 100.0).abs() < f64::EPSILON);
        assert!((height(9, 7) - 100.0).abs() < f64::EPSILON);
        assert!(height(0, 0).abs() < f64::EPSILON);
    }
}
