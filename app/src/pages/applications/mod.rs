//! "Minhas aplicações": the reader's groups, and requests that wait to be finished.

mod application;
mod card;
mod drafts;
mod find;
mod group;
mod keys;
mod links;
mod plan_change;
mod reveal;
mod sandbox;
mod secrets;
mod try_it;

pub use find::GroupApplication;

use axum::extract::Query;
use domain::{Cursor, groups, requests};
use leptos::prelude::*;
use locales::{Locale, applications as t, layout};
use serde::Deserialize;

use crate::{
    components::{LargeIcon, Pagination, Symbol},
    routes,
    web::{Access::Member, Page, PageError, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::APPLICATIONS, show)
        .get(Member, routes::GROUP, group::show)
        .merge([
            reveal::routes,
            plan_change::routes,
            try_it::routes,
            sandbox::routes,
            secrets::routes,
        ])
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GroupsQuery {
    /// Where the page of groups starts.
    depois: String,
}

async fn show(visit: Visit, Query(place): Query<GroupsQuery>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let drafts = requests::drafts(&visit.scope, visit.catalogue()).await?;
    let after: Option<Cursor> = place.depois.parse().ok();
    let page = groups::page_of_mine(&visit.scope, after).await?;
    let groups = page.items;
    let ids: Vec<_> = groups.iter().map(|summary| summary.group.id).collect();
    let counts = requests::counts(&visit.scope, &ids).await?;
    let next = page
        .next
        .map(|cursor| format!("{}?depois={cursor}", routes::APPLICATIONS));
    let first = after.map(|_| routes::APPLICATIONS.to_owned());
    let nothing = drafts.is_empty() && groups.is_empty();
    Ok(Page::new(&visit, layout::my_applications(locale), || {
        view! {
            <header class="page-head">
                <div>
                    <h1>{layout::my_applications(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                </div>
                {(!nothing).then(|| actions(t::request_api(locale), locale))}
            </header>
            {nothing.then(|| no_applications(locale))}
            {drafts::section(&drafts, &visit)}
            <card::GroupSection groups=&groups counts=&counts locale/>
            <Pagination locale first next/>
        }
    }))
}

fn no_applications(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Ticket/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
            {actions(t::see_catalogue(locale), locale)}
        </div>
    }
}

fn actions(catalogue: &'static str, locale: Locale) -> impl IntoView {
    view! {
        <div class="actions">
            <a class="btn" href=routes::CATALOGUE>{catalogue}</a>
            <a class="btn btn--quiet" href=routes::GROUP_NEW>{t::create_group(locale)}</a>
        </div>
    }
}
