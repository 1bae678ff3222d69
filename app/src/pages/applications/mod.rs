//! "Minhas aplicações": the applications of the reader's groups under the names of these, and requests
//! that wait to be finished.

mod application;
mod card;
mod drafts;
mod filter;
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

use std::collections::HashMap;

use axum::extract::Query;
use domain::{
    Cursor, DbErr,
    groups::{self, GroupSummary},
    ids::GroupId,
    requests::{self, Draft, RequestView, StatusCounts},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, layout};

use self::filter::Filter;
use crate::{
    components::{LargeIcon, Pagination, Symbol},
    routes,
    web::{Access::Member, Page, PageError, Site, Visit},
};

/// How many applications of a group are listed below its name.
const SHOWN_OF_GROUP: u64 = 5;

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

/// What the page shows.
struct Overview {
    drafts: Vec<Draft>,
    /// Those that the words of a search are in.
    found: Vec<RequestView>,
    groups: Vec<GroupSummary>,
    next: Option<Cursor>,
    counts: HashMap<GroupId, StatusCounts>,
    latest: HashMap<GroupId, Vec<RequestView>>,
}

impl Overview {
    async fn load(visit: &Visit, filter: &Filter) -> Result<Self, DbErr> {
        let (scope, catalogue) = (&visit.scope, visit.catalogue());
        let drafts = if filter.is_search() {
            vec![]
        } else {
            requests::drafts(scope, catalogue).await?
        };
        let page = groups::filtered_page_of_mine(scope, &filter.groups(), filter.after()).await?;
        let ids: Vec<_> = page.items.iter().map(|it| it.group.id).collect();
        Ok(Self {
            drafts,
            found: requests::named(scope, catalogue, filter.query()).await?,
            counts: requests::counts(scope, &ids).await?,
            latest: requests::latest_of(scope, catalogue, &ids, SHOWN_OF_GROUP).await?,
            groups: page.items,
            next: page.next,
        })
    }

    fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.groups.is_empty() && self.found.is_empty()
    }
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let overview = Overview::load(&visit, &filter).await?;
    let nothing = overview.is_empty() && !filter.is_search() && filter.after().is_none();
    let next = overview.next.map(|cursor| filter.page(cursor));
    let first = filter.after().map(|_| filter.first());
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
            {(!nothing).then(|| view! { <filter::FilterForm filter=&filter locale/> })}
            {(filter.is_search() && overview.is_empty()).then(|| nothing_found(locale))}
            {drafts::section(&overview.drafts, &visit)}
            {card::found_applications(&overview.found, locale)}
            <card::GroupSection
                groups=&overview.groups counts=&overview.counts latest=&overview.latest
                by_company=filter.is_by_company() locale
            />
            <Pagination locale first next/>
        }
    }))
}

fn nothing_found(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Search/>
            <h2>{t::found_nothing_title(locale)}</h2>
            <p>{t::found_nothing(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=routes::APPLICATIONS>{t::show_all(locale)}</a>
            </div>
        </div>
    }
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
