//! Passwords that are a pattern: keys in a row, the alphabet, or a few characters repeated.

const ROWS: [&str; 10] = [
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "01234567890",
    "!@#$%^&*()",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
];
const LONGEST_TRIVIAL_UNIT: usize = 4;
/// A password with more runs than this is no pattern.
const MAX_TRIVIAL_RUNS: usize = 6;

/// The part that the text repeats from beginning to end, or the whole text when it repeats none.
pub(super) fn repeated_unit(text: &[char]) -> &[char] {
    let length = text.len();
    let repeats =
        |unit: &usize| length.is_multiple_of(*unit) && text[*unit..] == text[..length - unit];
    (1..length).find(repeats).map_or(text, |unit| &text[..unit])
}

/// Whether the text consists of a few runs, as `abcd1234!` and `aa123456!` do.
pub(super) fn is_pattern(text: &[char]) -> bool {
    let unit = repeated_unit(text);
    let trivial = unit.len() < text.len() && unit.len() <= LONGEST_TRIVIAL_UNIT;
    trivial || runs(unit) <= MAX_TRIVIAL_RUNS.min(unit.len() / 2)
}

fn runs(text: &[char]) -> usize {
    text.chunk_by(|a, b| a == b || ROWS.iter().any(|row| are_neighbours(row, *a, *b)))
        .count()
}

fn are_neighbours(row: &str, a: char, b: char) -> bool {
    row.chars()
        .zip(row.chars().skip(1))
        .any(|pair| pair == (a, b) || pair == (b, a))
}
