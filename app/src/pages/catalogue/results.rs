//! What the catalogue found, page by page, and what to do where that is nothing.

use domain::catalogue::{Found, Search};
use leptos::prelude::*;
use locales::{Locale, catalogue as t, common, layout, number};

use super::{card::FoundCards, filter::Filter};
use crate::{
    components::{Icon, LargeIcon, Symbol},
    routes,
};

#[component]
pub(super) fn Results<'a>(
    filter: &'a Filter,
    search: &'a Search,
    found: &'a Found,
    locale: Locale,
) -> impl IntoView {
    let is_asked = !search.query.trim().is_empty();
    let results = if found.apis.is_empty() {
        let is_filtered = is_asked || !search.filter.is_empty();
        view! { <NoResults filter search is_filtered locale/> }.into_any()
    } else {
        view! {
            <section aria-labelledby="apis">
                <h2 class="visually-hidden" id="apis">{t::results(locale)}</h2>
                <FoundCards found locale/>
            </section>
            <Pages filter found locale/>
        }
        .into_any()
    };
    view! {
        <p class="soft small" role="status">{count(found, locale)}</p>
        {found.is_close.then(|| view! { <p>{t::close(locale)}</p> })}
        {results}
    }
}

fn count(found: &Found, locale: Locale) -> String {
    let all = match found.total {
        1 => t::one_api(locale).to_owned(),
        total => t::apis(locale, number::count(total as u64, locale)),
    };
    if found.pages == 1 {
        return all;
    }
    let [page, pages] = [found.page, found.pages].map(|it| number::count(it as u64, locale));
    format!("{all} · {}", t::page_of(locale, page, pages))
}

/// The pages before and after.
#[component]
fn Pages<'a>(filter: &'a Filter, found: &'a Found, locale: Locale) -> impl IntoView + use<> {
    let before = (found.page > 1).then(|| filter.page(found.page - 1));
    let after = (found.page < found.pages).then(|| filter.page(found.page + 1));
    (found.pages > 1).then(|| {
        view! {
            <nav class="pager" aria-label=common::pages(locale)>
                {before.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="prev" href=href>
                        <Icon symbol=Symbol::ArrowLeft/> {t::previous_page(locale)}
                    </a>
                })}
                {after.map(|href| view! {
                    <a class="btn btn--quiet btn--small" rel="next" href=href>
                        {common::next_page(locale)} <Icon symbol=Symbol::ArrowRight/>
                    </a>
                })}
            </nav>
        }
    })
}

#[component]
fn NoResults<'a>(
    filter: &'a Filter,
    search: &'a Search,
    is_filtered: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    if !is_filtered {
        return empty(t::nothing_yet(locale), t::nothing_yet_text(locale), ()).into_any();
    }
    let has_words = !search.query.trim().is_empty();
    let unfiltered = (has_words && !search.filter.is_empty()).then(|| {
        let href = filter.unfiltered();
        view! { <a class="btn btn--quiet" href=href>{t::without_filters(locale)}</a> }
    });
    let actions = view! {
        <ul class="empty__hints">
            <li>{t::check_spelling(locale)}</li>
            <li>{t::fewer_words(locale)}</li>
            <li>{t::any_language(locale)}</li>
        </ul>
        <div class="actions">
            {unfiltered}
            <a class="btn btn--quiet" href=routes::CATALOGUE>{t::see_all(locale)}</a>
            <a class="btn btn--quiet" href=routes::CONTACT>{layout::contact(locale)}</a>
        </div>
    };
    let text = t::nothing_found_text(locale);
    empty(t::nothing_found(locale), text, actions).into_any()
}

fn empty(title: &'static str, text: &'static str, more: impl IntoView) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Search/>
            <h2>{title}</h2>
            <p>{text}</p>
            {more}
        </div>
    }
}
