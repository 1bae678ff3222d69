//! Common passwords are refused: a word of the lists with digits and symbols around it.
//!
//! ASVS 5.0, 6.2.4, asks for the 3,000 most common passwords that meet the rules of the portal. No
//! leaked list has 3,000 with an upper-case letter, a digit and a symbol, so words are compared
//! without them. `lists/README.md` says where the words come from. Only the server reads the lists.

use std::sync::LazyLock;

use super::fold::{plain, unleet};
use super::pattern;

/// The files have one word in each line, in lower case and without diacritics.
const LISTS: [&str; 2] = [
    include_str!("lists/leaked.txt"),
    include_str!("lists/more.txt"),
];

/// The words of all lists, in the order of their folded characters.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = LISTS.into_iter().flat_map(str::lines).collect();
    words.sort_unstable_by(|a, b| folded(a).cmp(folded(b)));
    words
});

pub(super) fn is_common(password: &str) -> bool {
    let text = plain(password);
    pattern::is_pattern(&text) || is_dressed_word(pattern::repeated_unit(&text))
}

/// Whether a part of the text is a word of the lists and no letter stands outside that part.
///
/// The characters outside are not folded. In `s3nh4!` the 4 belongs to the word and the
/// exclamation mark does not.
fn is_dressed_word(text: &[char]) -> bool {
    let is_letter = |c: &char| c.is_alphabetic();
    let (Some(first), Some(last)) = (
        text.iter().position(is_letter),
        text.iter().rposition(is_letter),
    ) else {
        return false;
    };
    let folded: Vec<char> = text.iter().copied().map(unleet).collect();
    (0..=first).any(|start| (last + 1..=folded.len()).any(|end| is_word(&folded[start..end])))
}

fn is_word(part: &[char]) -> bool {
    WORDS
        .binary_search_by(|word| folded(word).cmp(part.iter().copied()))
        .is_ok()
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(unleet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PASSWORD_MIN_CHARS;

    #[test]
    fn the_leaked_list_has_three_thousand_passwords_of_the_least_length() {
        let long_enough = |word: &&str| word.len() >= PASSWORD_MIN_CHARS;
        assert!(LISTS[0].lines().filter(long_enough).count() >= 3_000);
    }

    #[test]
    fn each_list_is_sorted_and_in_plain_lower_case() {
        for list in LISTS {
            let words: Vec<_> = list.lines().collect();
            assert!(words.is_sorted_by(|a, b| a < b));
            assert!(words.iter().all(|word| word.len() >= 3));
            for word in words {
                assert!(word.contains(|c: char| c.is_ascii_lowercase()), "{word}");
                assert_eq!(plain(word).iter().collect::<String>(), word);
            }
        }
    }

    #[test]
    fn no_word_stands_in_both_lists() {
        let [leaked, more] = LISTS.map(|list| list.lines().collect::<Vec<_>>());
        assert!(more.iter().all(|word| leaked.binary_search(word).is_err()));
    }
}
