//! Approvals: the queue of requests that wait for a decision, and all that became of others.

mod access;
mod decide;
mod evidence;
mod filter;
mod history;
mod own;
mod plan_change;
mod request;
mod revoke;

use axum::extract::Query;
use domain::{
    Role,
    approvals::{self, QueueItem},
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, layout, terms as words};

use crate::{
    components::{Icon, age, facts, large_icon, page_head, pager, terms},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};
use filter::Filter;

const MANAGER: Access = Access::Role(Role::ContractManager);

pub fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVALS, show)
        .get(MANAGER, routes::APPROVAL, request::show)
        .merge([decide::routes, access::routes, revoke::routes])
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = approvals::search(
        &visit.scope,
        visit.catalogue(),
        &filter.search(),
        filter.cursor(),
    )
    .await?;
    let next = found.next.map(|cursor| filter.next(cursor));
    let lead = if filter.is_queue() {
        t::lead(locale)
    } else {
        t::lead_all(locale)
    };
    Ok(Page::new(&visit, layout::approvals(locale), || {
        let list = match found.items.as_slice() {
            [] => empty(&filter, locale).into_any(),
            items => table(items, lead, &filter, &visit).into_any(),
        };
        view! {
            {page_head(layout::approvals(locale), Some(lead))}
            {filter.form(locale)}
            {list}
            {pager(locale, filter.first(), next)}
        }
    }))
}

fn empty(filter: &Filter, locale: Locale) -> impl IntoView + use<> {
    let searched = !filter.search().query.is_empty();
    let (icon, title, text) = if searched || !filter.is_queue() {
        (Icon::Search, t::none_title(locale), t::none(locale))
    } else {
        (Icon::Check, t::empty_title(locale), t::empty(locale))
    };
    let everywhere = filter.everywhere().map(|href| {
        view! { <div class="actions"><a class="btn btn--quiet" href=href>{t::look_everywhere(locale)}</a></div> }
    });
    view! {
        <div class="empty">
            {large_icon(icon)}
            <h2>{title}</h2>
            <p>{text}</p>
            {everywhere}
        </div>
    }
}

fn table(
    items: &[QueueItem],
    caption: &'static str,
    filter: &Filter,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    // All that waits stands alike.
    let states = !filter.is_queue();
    let rows = items.iter().map(|item| row(item, states, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead><tr>
                <th scope="col">{words::request(locale)}</th>
                <th scope="col">{words::company(locale)}</th>
                <th scope="col">{t::api_and_plan(locale)}</th>
                <th scope="col">{words::applicant(locale)}</th>
                {states.then(|| view! { <th scope="col">{t::state(locale)}</th> })}
                <th scope="col" class="table__end">{t::sent(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(item: &QueueItem, states: bool, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let request = &item.request;
    let href = routes::fill(routes::APPROVAL, &[&request.id]);
    view! {
        <tr>
            <td class="table__title">
                <a class="mono" href=href>{request.number.clone()}</a>
                {item.is_own.then(|| view! { <br/> <span class="stamp stamp--wait">{t::own(locale)}</span> })}
            </td>
            <td data-label=words::company(locale)>
                {item.group.legal_name.clone()} <br/>
                <span class="mono nowrap soft small">{item.group.cnpj.masked()}</span>
            </td>
            <td data-label=t::api_and_plan(locale)>
                {item.api.text(locale).name.clone()} "\u{a0}· "
                {terms::asked(request.kind, request.plan, locale)}
            </td>
            <td data-label=words::applicant(locale)>
                {item.applicant.name.clone()} <br/>
                <span class="soft small">{facts::email_address(&item.applicant.email.shown())}</span>
            </td>
            {states.then(|| view! {
                <td class="nowrap" data-label=t::state(locale)>{terms::stamp(item.status, locale)}</td>
            })}
            <td data-label=t::sent(locale) class="table__end">{age::ago(request.submitted_at, visit)}</td>
        </tr>
    }
}
