//! Approvals: the queue of requests that wait for a decision.

mod decide;
mod evidence;
mod request;

use axum::extract::Query;
use domain::{
    Cursor, Role,
    applications::approvals::{self, QueueItem},
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, layout, terms as words};
use serde::Deserialize;

use crate::{
    components::{Icon, age, large_icon, page_head, pager, terms},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const MANAGER: Access = Access::Role(Role::ContractManager);

pub fn routes(site: Site) -> Site {
    let site =
        site.get(MANAGER, routes::APPROVALS, show)
            .get(MANAGER, routes::APPROVAL, request::show);
    decide::routes(site)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    /// Where the page starts.
    depois: String,
}

async fn show(visit: Visit, Query(place): Query<Place>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let after: Option<Cursor> = place.depois.parse().ok();
    let queue = approvals::queue(&visit.scope, after).await?;
    let first = after.map(|_| routes::APPROVALS.to_owned());
    let next = queue
        .next
        .map(|cursor| format!("{}?depois={cursor}", routes::APPROVALS));
    Ok(Page::new(&visit, layout::approvals(locale), || {
        let list = match queue.items.as_slice() {
            [] => empty(locale).into_any(),
            items => table(items, &visit).into_any(),
        };
        view! {
            {page_head(layout::approvals(locale), Some(t::lead(locale)))}
            {list}
            {pager(locale, first, next)}
        }
    }))
}

fn empty(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            {large_icon(Icon::Check)}
            <h2>{t::empty_title(locale)}</h2>
            <p>{t::empty(locale)}</p>
        </div>
    }
}

fn table(items: &[QueueItem], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::lead(locale)}</caption>
            <thead><tr>
                <th scope="col">{words::request(locale)}</th>
                <th scope="col">{words::company(locale)}</th>
                <th scope="col">{t::api_and_plan(locale)}</th>
                <th scope="col">{words::applicant(locale)}</th>
                <th scope="col" class="table__end">{t::sent(locale)}</th>
            </tr></thead>
            <tbody>{items.iter().map(|item| row(item, visit)).collect_view()}</tbody>
        </table>
    }
}

fn row(item: &QueueItem, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let application = &item.application;
    let href = routes::fill(routes::APPROVAL, &[&application.id]);
    view! {
        <tr>
            <td class="table__title"><a class="mono" href=href>{application.number.clone()}</a></td>
            <td data-label=words::company(locale)>
                {item.group.legal_name.clone()} <br/>
                <span class="mono nowrap soft small">{item.group.cnpj.masked()}</span>
            </td>
            <td data-label=t::api_and_plan(locale)>
                {item.api.text(locale).name.clone()} " · " {terms::plan(application.plan, locale)}
            </td>
            <td data-label=words::applicant(locale)>
                {item.applicant.name.clone()} <br/>
                <span class="soft small">{item.applicant.email.to_string()}</span>
            </td>
            <td data-label=t::sent(locale) class="table__end">{age::ago(item.submitted_at, visit)}</td>
        </tr>
    }
}
