//! Approvals: the queue of requests that wait for a decision, and all that became of others.

mod access;
mod conditions;
mod conditions_form;
mod decide;
mod decision_form;
mod evidence;
mod filter;
mod history;
mod inquire;
mod notes;
mod own;
mod plan;
mod plan_change;
mod reasons;
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
    components::{Ago, EmailAddress, LargeIcon, PageHead, Pagination, StatusStamp, Symbol, terms},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};
use filter::Filter;

const MANAGER: Access = Access::Role(Role::ContractManager);

pub fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVALS, show)
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
        ])
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
            items => {
                view! { <QueueTable items caption=lead filter=&filter visit=&visit/> }.into_any()
            }
        };
        view! {
            <PageHead title=layout::approvals(locale) lead=lead/>
            {filter.form(locale)}
            {list}
            <Pagination locale first=filter.first() next/>
        }
    }))
}

fn empty(filter: &Filter, locale: Locale) -> impl IntoView + use<> {
    let searched = !filter.search().query.is_empty();
    let (icon, title, text) = if searched || !filter.is_queue() {
        (Symbol::Search, t::none_title(locale), t::none(locale))
    } else {
        (Symbol::Check, t::empty_title(locale), t::empty(locale))
    };
    let everywhere = filter.everywhere().map(|href| {
        view! { <div class="actions"><a class="btn btn--quiet" href=href>{t::look_everywhere(locale)}</a></div> }
    });
    view! {
        <div class="empty">
            <LargeIcon symbol=icon/>
            <h2>{title}</h2>
            <p>{text}</p>
            {everywhere}
        </div>
    }
}

#[component]
fn QueueTable<'a>(
    items: &'a [QueueItem],
    caption: &'static str,
    filter: &'a Filter,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    // In the queue all requests have the same status.
    let states = !filter.is_queue();
    let rows = items
        .iter()
        .map(|item| view! { <QueueRow item states visit/> });
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

#[component]
fn QueueRow<'a>(item: &'a QueueItem, states: bool, visit: &'a Visit) -> impl IntoView + use<> {
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
                {terms::requested_plan(request.kind, request.plan, locale)}
            </td>
            <td data-label=words::applicant(locale)>
                {item.applicant.name.clone()} <br/>
                <span class="soft small"><EmailAddress email=&item.applicant.email/></span>
            </td>
            {states.then(|| view! {
                <td class="nowrap" data-label=t::state(locale)><StatusStamp of=item.status locale/></td>
            })}
            <td data-label=t::sent(locale) class="table__end">
                <Ago since=request.submitted_at visit/>
            </td>
        </tr>
    }
}
