//! Approvals: the queue of requests that wait for a decision, and all that became of others.

mod access;
mod assign;
mod conditions;
mod conditions_form;
mod csv;
mod decide;
mod decision_form;
mod evidence;
mod filter;
mod filter_form;
mod from_list;
mod history;
mod inquire;
mod list;
mod nav;
mod notes;
mod numbers;
mod own;
mod plan;
mod plan_change;
mod preferences;
mod reasons;
mod request;
mod revoke;
mod several;
mod views;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    Role, TwoWayPage,
    approvals::{self, Assignee, QueueItem, SavedView},
    requests::{RequestOrder, Status},
};
use leptos::prelude::*;
use locales::{approval_queue as t, approvals as words, layout, number};
use serde::Deserialize;

use crate::{
    components::{Icon, PageHead, Pagination, Symbol},
    islands::QueueKeys,
    routes,
    web::{Access, Flash, Page, PageError, Site, Visit, see_other, see_other_with},
};
use filter::Filter;
use from_list::FromList;
use nav::ApprovalNav;

const MANAGER: Access = Access::Role(Role::ContractManager);

pub fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVALS, show)
        .get(MANAGER, routes::APPROVALS_CSV, csv::download)
        .get(MANAGER, routes::APPROVAL_NEXT, next)
        .get(MANAGER, routes::APPROVAL, request::show)
        .merge([
            decide::routes,
            inquire::routes,
            notes::routes,
            reasons::routes,
            access::routes,
            conditions::routes,
            plan::routes,
            revoke::routes,
            assign::routes,
            several::routes,
            views::routes,
            numbers::routes,
            preferences::routes,
        ])
}

/// All that the page of a list shows.
struct Listing {
    filter: Filter,
    found: TwoWayPage<QueueItem>,
    counts: Vec<(Status, u64)>,
    colleagues: Vec<Assignee>,
    views: Vec<SavedView>,
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let (scope, catalogue) = (&visit.scope, visit.catalogue());
    let search = filter.search(&catalogue.current());
    let found = approvals::search(scope, catalogue, &search, filter.place()).await?;
    let listing = Listing {
        found,
        counts: approvals::counts(scope, &search).await?,
        colleagues: approvals::colleagues(scope).await?,
        views: approvals::views(scope).await?,
        filter,
    };
    Ok(page(&visit, &listing))
}

fn page(visit: &Visit, listing: &Listing) -> Page {
    let locale = visit.locale;
    let Listing { filter, found, .. } = listing;
    let lead = match (filter.is_queue(), filter.order()) {
        (true, RequestOrder::Age) => words::lead(locale),
        (true, _) => t::lead(locale),
        (false, _) => words::lead_all(locale),
    };
    let top = found.items.first().map(|item| item.request.id);
    let bottom = found.items.last().map(|item| item.request.id);
    let previous = top.filter(|_| found.has_previous);
    let next = bottom.filter(|_| found.has_next);
    let is_empty = found.items.is_empty();
    // A place behind the end of what is left.
    let is_beyond = is_empty && filter.place().row().is_some();
    let first = is_beyond.then(|| filter.first());
    let previous = previous.map(|id| filter.before(id));
    let next = next.map(|id| filter.after(id));
    let apis = visit.catalogue().current();
    let is_worked_on = !is_empty && filter.is_queue();
    Page::new(visit, layout::approvals(locale), || {
        let list = if is_empty {
            list::empty(filter, locale).into_any()
        } else {
            view! { <list::List listing caption=lead visit/> }.into_any()
        };
        view! {
            <ApprovalNav visit/>
            <PageHead title=layout::approvals(locale) lead=lead/>
            <filter_form::States filter counts=&listing.counts locale/>
            <filter_form::FilterForm
                filter apis=&apis colleagues=&listing.colleagues locale
            />
            <views::Views views=&listing.views filter locale/>
            {(!is_empty).then(|| view! { <Around filter counts=&listing.counts visit/> })}
            {list}
            <Pagination locale first previous next/>
            {is_worked_on.then(|| view! { <QueueKeys locale/> })}
        }
    })
}

/// How many were found, the list as a file, and the way to the next request to decide on.
#[component]
fn Around<'a>(
    filter: &'a Filter,
    counts: &'a [(Status, u64)],
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let list = FromList::of_query(&filter.query());
    let start = if filter.decided().is_some() {
        t::next(locale)
    } else {
        t::start(locale)
    };
    let next = list.next(filter.decided());
    let next = filter.is_queue().then(|| {
        view! { <a class="btn btn--small" href=next>{start} <Icon symbol=Symbol::ArrowRight/></a> }
    });
    let file = filter::with_query(routes::APPROVALS_CSV, &filter.query_of_list());
    let count = filter
        .status()
        .and_then(|status| counts.iter().find(|(it, _)| *it == status))
        .map(|(_, count)| *count);
    let found = count.map(|count| filter_form::found(count, locale));
    let most = csv::MAX_ROWS as u64;
    // No more than these are counted.
    let may_be_cut = count.is_none_or(|count| count >= approvals::MAX_COUNTED);
    let cut = may_be_cut.then(|| {
        let words = t::csv_most(locale, number::count(most, locale));
        view! { <p class="soft small">{words}</p> }
    });
    view! {
        <div class="row">
            {found.map(|found| view! { <p class="soft">{found}</p> })}
            {next}
            <a class="btn btn--quiet btn--small" href=file download>{t::csv(locale)}</a>
            {cut}
        </div>
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct NextQuery {
    depois: String,
    lista: String,
}

/// Leads to the next request to decide on in a list; back to the list when there is none.
async fn next(visit: Visit, Query(query): Query<NextQuery>) -> Result<Response, PageError> {
    let list = FromList::of_query(&query.lista);
    let (scope, catalogue) = (&visit.scope, visit.catalogue());
    let search = list.filter().search(&catalogue.current());
    let next = match query.depois.parse() {
        Ok(after) => approvals::next(scope, catalogue, &search, after).await?,
        Err(_) => approvals::first(scope, catalogue, &search).await?,
    };
    Ok(match next {
        Some(item) => {
            let path = routes::fill(routes::APPROVAL, &[&item.request.id]);
            see_other(&list.carried_by(&path)).into_response()
        }
        None => see_other_with(&list.address(), Flash::NothingLeft, &visit),
    })
}
