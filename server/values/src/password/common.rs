//! Passwords that attackers try first: a common word, however dressed up.

use super::fold::{plain, unleet};
use super::pattern;

/// One to a line, in plain lower case: what people in Brazil and elsewhere choose most.
const BASES: &str = include_str!("common.txt");

pub(super) fn is_common(password: &str) -> bool {
    let text = plain(password);
    pattern::is_pattern(&text) || is_dressed_base(pattern::repeated_unit(&text))
}

/// Whether there is a base in the text and no letter around it. What stands around is looked at as
/// typed, for in `s3nh4!` the 4 belongs to the base and the exclamation mark does not.
fn is_dressed_base(text: &[char]) -> bool {
    let folded: Vec<char> = text.iter().copied().map(unleet).collect();
    BASES.lines().any(|base| {
        let base: Vec<char> = base.chars().map(unleet).collect();
        (0..folded.len())
            .filter(|start| folded[*start..].starts_with(&base))
            .any(|start| !has_letters(&text[..start]) && !has_letters(&text[start + base.len()..]))
    })
}

fn has_letters(text: &[char]) -> bool {
    text.iter().any(|c| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::BASES;

    #[test]
    fn the_list_is_sorted_plain_and_without_doubles() {
        let bases: Vec<_> = BASES.lines().collect();
        assert!(bases.is_sorted_by(|a, b| a < b));
        assert!(bases.iter().all(|base| base.len() >= 3));
        assert!(bases.iter().all(|base| {
            base.bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        }));
    }
}
