//! What the field of the search suggests.

use domain::catalogue::{self, Search, Sort};
use locales::Locale;

use crate::{
    islands::functions::{FunctionError, Suggestion},
    routes,
    web::{PageError, Visit},
};

/// As many as can be looked over at once.
const SHOWN: usize = 6;

/// The APIs that have all words of a query, the nearest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn suggestions(
    visit: &Visit,
    query: String,
    locale: Locale,
) -> Result<Vec<Suggestion>, FunctionError> {
    let search = Search {
        query,
        filter: catalogue::Filter::default(),
        sort: Sort::Relevance,
        page: 1,
        size: SHOWN,
    };
    let found = catalogue::search(&visit.scope, &visit.apis, locale, &search).await;
    let found = found.map_err(PageError::from)?;
    let suggestions = found.apis.into_iter().map(|it| Suggestion {
        name: it.api.text(locale).name.clone(),
        about: it.api.category.name(locale).to_owned(),
        href: routes::fill(routes::API, &[&it.api.slug]),
    });
    Ok(suggestions.collect())
}
