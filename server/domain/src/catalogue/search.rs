//! Finding APIs by what people type.

use std::sync::Arc;

use locales::Locale;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{Api, Category, Snapshot};

/// The published APIs that have every word of `query` in their texts, whatever its case and
/// accents, in the catalogue's order.
#[must_use]
pub fn search(
    snapshot: &Snapshot,
    locale: Locale,
    query: &str,
    category: Option<Category>,
) -> Vec<Arc<Api>> {
    let query = fold(query);
    snapshot
        .published()
        .filter(|api| category.is_none_or(|category| api.category == category))
        .filter(|api| {
            let text = &api.text(locale).folded;
            query.split_whitespace().all(|word| text.contains(word))
        })
        .cloned()
        .collect()
}

/// Lower case without accents.
pub(super) fn fold(text: &str) -> String {
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
