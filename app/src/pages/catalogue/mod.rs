//! The catalogue: every published API, to be searched and filtered in the address itself.

mod api;
mod card;
mod comments;
mod plans;
mod samples;
mod test_values;

use std::sync::Arc;

use axum::extract::Query;
use domain::catalogue::{self, Category};
use leptos::prelude::*;
use locales::{Locale, catalogue as t, number};
use serde::Deserialize;

pub use card::ApiCards;
pub use plans::limit;

use crate::{
    components::{Icon, LargeIcon, PageHead, Symbol, terms},
    routes,
    web::{Access::Anyone, Page, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    api::routes(site.get(Anyone, routes::CATALOGUE, show))
}

/// What the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    q: String,
    categoria: String,
}

impl Filter {
    /// None when all are asked for, or one that is not there.
    fn category(&self) -> Option<Category> {
        Category::ALL
            .iter()
            .copied()
            .find(|category| slug(*category) == self.categoria)
    }

    fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && self.category().is_none()
    }
}

/// The category in an address.
const fn slug(category: Category) -> &'static str {
    match category {
        Category::Identity => "identidade",
        Category::Credit => "credito",
        Category::Relationship => "relacionamento",
    }
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Page {
    let locale = visit.locale;
    let snapshot = visit.catalogue().current();
    let found = catalogue::search(&snapshot, locale, &filter.q, filter.category());
    Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {filters(&filter, locale)}
            <p class="soft small" role="status">{count(found.len(), locale)}</p>
            {if found.is_empty() {
                no_results(&filter, locale).into_any()
            } else {
                view! {
                    <section aria-labelledby="apis">
                        <h2 class="visually-hidden" id="apis">{t::results(locale)}</h2>
                        <ApiCards apis=found.iter().map(Arc::as_ref).collect() locale/>
                    </section>
                }
                .into_any()
            }}
        }
    })
    .described(t::lead(locale))
}

fn filters(filter: &Filter, locale: Locale) -> impl IntoView {
    let chosen = filter.category();
    view! {
        <form class="filters" role="search" action=routes::CATALOGUE>
            <div class="field filters__search">
                <label for="q">{t::search(locale)}</label>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input
                        id="q" type="search" name="q" value=filter.q.as_str()
                        placeholder=t::search_example(locale) autocomplete="off"
                    />
                </div>
            </div>
            <div class="field">
                <label for="categoria">{t::category(locale)}</label>
                <select id="categoria" name="categoria">
                    <option value="">{t::all_categories(locale)}</option>
                    {Category::ALL
                        .iter()
                        .map(|&category| view! {
                            <option value=slug(category) selected=chosen == Some(category)>
                                {terms::category(category, locale)}
                            </option>
                        })
                        .collect_view()}
                </select>
            </div>
            <button class="btn btn--quiet">{t::filter(locale)}</button>
        </form>
    }
}

fn count(apis: usize, locale: Locale) -> String {
    match apis {
        1 => t::one_api(locale).to_owned(),
        _ => t::apis(locale, number::count(apis as u64, locale)),
    }
}

fn no_results(filter: &Filter, locale: Locale) -> impl IntoView + use<> {
    let (title, text) = if filter.is_empty() {
        (t::nothing_yet(locale), t::nothing_yet_text(locale))
    } else {
        (t::nothing_found(locale), t::nothing_found_text(locale))
    };
    let all = (!filter.is_empty()).then(|| view! {
        <div class="actions"><a class="btn btn--quiet" href=routes::CATALOGUE>{t::see_all(locale)}</a></div>
    });
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Search/>
            <h2>{title}</h2>
            <p>{text}</p>
            {all}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(q: &str, categoria: &str) -> Filter {
        Filter {
            q: q.into(),
            categoria: categoria.into(),
        }
    }

    #[test]
    fn every_category_has_an_address_of_its_own() {
        for &category in Category::ALL {
            assert_eq!(filter("", slug(category)).category(), Some(category));
        }
    }

    #[test]
    fn an_unknown_category_filters_nothing() {
        assert!(filter("", "").is_empty());
        assert!(filter("  ", "musica").is_empty());
        assert!(!filter("score", "").is_empty());
        assert!(!filter("", "credito").is_empty());
    }
}
