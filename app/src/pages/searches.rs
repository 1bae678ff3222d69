//! Administration: what people sought in the catalogue and did not find.

use domain::{
    Role,
    catalogue::{self, Miss},
    dates,
};
use leptos::prelude::*;
use locales::{Locale, number, searches as t};

use crate::{
    components::{AdministrationNav, LargeIcon, PageHead, Symbol},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Access::Role(Role::Administrator), routes::SEARCHES, show)
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let locale = visit.locale;
    let misses = catalogue::misses(&visit.scope).await?;
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if misses.is_empty() {
            none(locale).into_any()
        } else {
            table(misses, locale).into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {list}
        }
    }))
}

fn none(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Check/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
        </div>
    }
}

fn table(misses: Vec<Miss>, locale: Locale) -> impl IntoView {
    let rows = misses.into_iter().map(|miss| row(miss, locale));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::words(locale)}</th>
                <th scope="col">{t::times(locale)}</th>
                <th scope="col">{t::last(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(miss: Miss, locale: Locale) -> impl IntoView {
    let count = number::count(miss.count.unsigned_abs(), locale);
    view! {
        <tr>
            <th scope="row" class="table__title">{miss.words}</th>
            <td data-label=t::times(locale)>{count}</td>
            <td data-label=t::last(locale)>{dates::day(miss.last, locale)}</td>
        </tr>
    }
}
