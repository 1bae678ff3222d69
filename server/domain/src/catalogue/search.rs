//! Searches the catalogue.

use std::sync::Arc;

use locales::Locale;
use values::tidy;

use super::{Api, Snapshot};
use crate::folding::fold;

/// The published APIs that have every word of `query` in their texts, whatever its case and
/// accents, in the catalogue's order.
#[must_use]
pub fn search(
    snapshot: &Snapshot,
    locale: Locale,
    query: &str,
    category: Option<&str>,
) -> Vec<Arc<Api>> {
    let query = fold(&tidy::line(query));
    snapshot
        .published()
        .filter(|api| category.is_none_or(|category| api.category.slug == category))
        .filter(|api| {
            let text = &api.text(locale).folded;
            query.split_whitespace().all(|word| text.contains(word))
        })
        .cloned()
        .collect()
}
