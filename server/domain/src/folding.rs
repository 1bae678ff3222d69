//! Text as people search for it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without accents.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(fold("VERIFICAÇÃO de Número"), "verificacao de numero");
        assert_eq!(fold("São João"), fold("SAO JOAO"));
    }
}
