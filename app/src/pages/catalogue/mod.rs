//! The catalogue: every published API, to be searched and filtered in the address itself.

mod api;
mod card;
mod comments;
mod plans;
mod samples;
mod test_values;

use std::sync::Arc;

use axum::extract::Query;
use domain::catalogue::{self, Category, Snapshot};
use leptos::prelude::*;
use locales::{Locale, catalogue as t, number};
use serde::Deserialize;

pub use card::ApiCards;
pub use plans::{PlanTerms, limit};

use crate::{
    components::{Icon, LargeIcon, PageHead, Symbol},
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
    fn category<'a>(&self, catalogue: &'a Snapshot) -> Option<&'a Category> {
        let mut categories = catalogue.categories();
        categories.find(|category| category.slug == self.categoria)
    }
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Page {
    let locale = visit.locale;
    let snapshot = visit.catalogue().current();
    let chosen = filter.category(&snapshot);
    let is_filtered = chosen.is_some() || !filter.q.trim().is_empty();
    let found = catalogue::search(
        &snapshot,
        locale,
        &filter.q,
        chosen.map(|it| it.slug.as_str()),
    );
    Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <Filters filter=&filter catalogue=&snapshot locale/>
            <p class="soft small" role="status">{count(found.len(), locale)}</p>
            {if found.is_empty() {
                no_results(is_filtered, locale).into_any()
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

#[component]
fn Filters<'a>(filter: &'a Filter, catalogue: &'a Snapshot, locale: Locale) -> impl IntoView {
    let chosen = filter.category(catalogue);
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
                    {catalogue
                        .categories()
                        .map(|category| view! {
                            <option value=category.slug.as_str() selected=chosen == Some(category)>
                                {category.name(locale)}
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

fn no_results(is_filtered: bool, locale: Locale) -> impl IntoView + use<> {
    let (title, text) = if is_filtered {
        (t::nothing_found(locale), t::nothing_found_text(locale))
    } else {
        (t::nothing_yet(locale), t::nothing_yet_text(locale))
    };
    let all = is_filtered.then(|| view! {
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
