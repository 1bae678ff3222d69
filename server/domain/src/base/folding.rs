//! Text in the form that searches compare.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use values::tidy;

/// The largest length of a query in characters; the rest is cut.
const MAX_CHARS: usize = 100;
const MAX_WORDS: usize = 8;

/// Lower case without accents.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two texts differ in case, accents and white space only.
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one.split_whitespace().eq(other.split_whitespace())
}

/// The words of a query. NUL is left out, as `PostgreSQL` does not take it.
pub fn words(query: &str) -> Vec<String> {
    let query: String = query
        .chars()
        .take(MAX_CHARS)
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    let folded = fold(&tidy::line(&query));
    let words = folded.split_whitespace().take(MAX_WORDS);
    words.map(str::to_owned).collect()
}

/// The LIKE pattern for texts that contain a word, with its special characters escaped.
pub fn pattern(word: &str) -> String {
    let literal = word
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    format!("%{literal}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(fold("VERIFICAÇÃO de Número"), "verificacao de numero");
        assert_eq!(fold("São João"), fold("SAO JOAO"));
    }

    #[test]
    fn what_came_along_with_a_paste_is_no_part_of_a_word() {
        assert_eq!(
            words("\u{feff}Padaria\u{a0}S\u{ad}ão\u{200b}\0 "),
            ["padaria", "sao"]
        );
        assert!(words("\u{200b} ").is_empty());
    }

    #[test]
    fn names_are_alike_however_they_are_spaced() {
        assert!(alike("Padaria São João Ltda.", " PADARIA  SAO JOAO LTDA. "));
        assert!(!alike("Padaria São João Ltda.", "Padaria São José Ltda."));
        assert!(!alike("Padaria", "Padaria Ltda."));
    }
}
