//! Passwords that are little more than a pattern: a row of keys, the alphabet, a few characters
//! over and over.

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
/// More make a password, even one filled up with a row of the same character.
const MAX_TRIVIAL_RUNS: usize = 6;

/// What the text repeats from beginning to end, or the whole text when it repeats nothing.
pub(super) fn repeated_unit(text: &[char]) -> &[char] {
    let length = text.len();
    let repeats =
        |unit: &usize| length.is_multiple_of(*unit) && text[*unit..] == text[..length - unit];
    (1..length).find(repeats).map_or(text, |unit| &text[..unit])
}

/// Whether a few short runs make up the text, as in `abcd1234!` or `aa123456!`.
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
