//! Searches the catalogue. The database finds the APIs that have all words, by the index that is
//! written with them; which of them are shown, and in which order, is decided here, so that both
//! databases answer alike.

mod gather;
mod head;
pub(super) mod index;
mod misses;
mod passage;
mod words;

use std::{collections::HashSet, sync::Arc};

use locales::Locale;
use sea_orm::DbErr;

pub(super) use gather::OperationText;
pub(super) use head::Head;
pub use misses::{Miss, Misses, delete_stale, misses};
pub use passage::{FoundPassage, PassagePlace};
pub use words::{Piece, Words};

use super::{Api, ApiState, Plan, Snapshot};
use crate::{Scope, folding::fold, ids::ApiId};

crate::text_enum! {
    /// The order of what is found.
    pub enum Sort {
        /// By where the words stand; without words, the catalogue's own order.
        Relevance = "relevancia",
        Name = "nome",
        /// What changed last comes first.
        Newest = "recentes",
    }
}

/// What the APIs that are sought have in common; `None` means any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The slug of a category.
    pub category: Option<String>,
    pub tag: Option<String>,
    pub state: Option<ApiState>,
    pub plan: Option<Plan>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Search {
    pub query: String,
    pub filter: Filter,
    pub sort: Sort,
    /// From 1.
    pub page: usize,
    /// How many APIs a page has.
    pub size: usize,
}

/// A page of what was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The words that were sought, by which texts are marked.
    pub words: Words,
    pub apis: Vec<FoundApi>,
    /// How many APIs there are on all pages.
    pub total: usize,
    /// The page, from 1; the last one where a later one was asked for.
    pub page: usize,
    pub pages: usize,
    /// No API has all words; these have words that begin alike.
    pub is_close: bool,
}

#[derive(Clone, Debug)]
pub struct FoundApi {
    pub api: Arc<Api>,
    pub passage: Option<FoundPassage>,
}

/// The APIs that a snapshot of the catalogue lists and that have every word of the query in any language.
///
/// # Errors
/// When the database cannot be read.
pub async fn search(
    scope: &Scope,
    snapshot: &Snapshot,
    locale: Locale,
    search: &Search,
) -> Result<Found, DbErr> {
    let words = Words::of(&search.query);
    if words.is_empty() {
        let is_asked = !search.query.trim().is_empty();
        let apis = listed(snapshot, &search.filter, |_| !is_asked);
        return Ok(page(apis, words, locale, search, false));
    }
    let found = having(scope, &words).await?;
    let is_anywhere = snapshot.published().any(|api| found.contains(&api.id));
    if !is_anywhere && let Some(shortened) = words.shortened() {
        let close = having(scope, &shortened).await?;
        let close = listed(snapshot, &search.filter, |api| close.contains(&api.id));
        if !close.is_empty() {
            return Ok(page(close, shortened, locale, search, true));
        }
    }
    let apis = listed(snapshot, &search.filter, |api| found.contains(&api.id));
    Ok(page(apis, words, locale, search, false))
}

/// The APIs that have all words, listed or not.
async fn having(scope: &Scope, words: &Words) -> Result<HashSet<ApiId>, DbErr> {
    let found = index::find(&scope.portal.db, words).await?;
    Ok(found.into_iter().collect())
}

fn listed(snapshot: &Snapshot, filter: &Filter, is_found: impl Fn(&Api) -> bool) -> Vec<Arc<Api>> {
    let listed = snapshot.published();
    let found = listed.filter(|api| filter.takes(api) && is_found(api));
    found.cloned().collect()
}

impl Filter {
    /// Whether anything is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn takes(&self, api: &Api) -> bool {
        let is =
            |wanted: &Option<String>, has: &dyn Fn(&str) -> bool| wanted.as_deref().is_none_or(has);
        is(&self.category, &|slug| api.category.slug == slug)
            && is(&self.tag, &|tag| api.tags.iter().any(|it| it == tag))
            && self.state.is_none_or(|state| api.state == state)
            && self.plan.is_none_or(|plan| api.offer(plan).is_some())
    }
}

fn page(
    mut apis: Vec<Arc<Api>>,
    words: Words,
    locale: Locale,
    search: &Search,
    is_close: bool,
) -> Found {
    sort(&mut apis, &words, locale, search.sort);
    let (total, size) = (apis.len(), search.size.max(1));
    let pages = total.div_ceil(size).max(1);
    let page = search.page.clamp(1, pages);
    let shown = apis.into_iter().skip((page - 1) * size).take(size);
    let apis = shown.map(|api| FoundApi {
        passage: passage_of(&api, &words, locale),
        api,
    });
    Found {
        apis: apis.collect(),
        words,
        total,
        page,
        pages,
        is_close,
    }
}

fn passage_of(api: &Api, words: &Words, locale: Locale) -> Option<FoundPassage> {
    if words.is_empty() {
        return None;
    }
    passage::find(api, words, locale)
}

/// Those that are equal stay in the catalogue's order.
fn sort(apis: &mut [Arc<Api>], words: &Words, locale: Locale, sort: Sort) {
    match sort {
        Sort::Relevance if words.is_empty() => {}
        Sort::Relevance => {
            apis.sort_by_cached_key(|api| std::cmp::Reverse(api.head.rank(words, locale)));
        }
        Sort::Name => apis.sort_by_cached_key(|api| fold(&api.text(locale).name)),
        Sort::Newest => apis.sort_by_key(|api| std::cmp::Reverse(api.published_at)),
    }
}
