//! The latest calls of an application, and one of them explained.

use axum::extract::Query;
use domain::{
    Cursor, Page as Rows,
    ids::{ApplicationId, GroupId, TransactionId},
    usage::{self, CallRecord},
};
use leptos::prelude::*;
use locales::{Locale, usage as t};
use serde::Deserialize;

use super::{axis, found, numbers, statuses::stamp};
use crate::{
    components::{Breadcrumbs, Icon, LargeIcon, Pagination, Symbol},
    pages::applications::GroupApplication,
    routes,
    web::{Ids, Page, PageError, Visit},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CallsQuery {
    /// Where the page starts.
    depois: String,
    /// The id of a transaction to be explained.
    transacao: String,
}

pub(super) async fn show(
    visit: Visit,
    Ids((group, application)): Ids<(GroupId, ApplicationId)>,
    Query(place): Query<CallsQuery>,
) -> Result<Page, PageError> {
    let owner = GroupApplication::load(&visit, group, application).await?;
    let search = found::search(&visit, &place.transacao).await?;
    let after: Option<Cursor> = place.depois.parse().ok();
    let calls = usage::latest_calls(&visit.scope, owner.application.application_id, after)
        .await?
        .ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let title = t::calls_title_of(locale, &owner.application.name);
    Ok(Page::new(&visit, title, || {
        let address = owner.address(routes::CALLS);
        view! {
            <Breadcrumbs locale crumbs=owner.crumbs(locale) here=t::calls_title(locale)/>
            {head(&owner, locale)}
            {form(place.transacao.trim(), locale)}
            <found::SearchResult search=&search owner=&owner visit=&visit/>
            <CallList calls=&calls after address=&address owner=&owner visit=&visit/>
        }
    }))
}

fn head(owner: &GroupApplication, locale: Locale) -> impl IntoView + use<> {
    view! {
        <header class="page-head">
            <div>
                <h1>{t::calls_title(locale)}</h1>
                <p class="page-head__lead">{owner.lead(locale)}</p>
            </div>
            <div class="actions">
                <a class="btn btn--quiet" href=owner.address(routes::USE)>{t::see_use(locale)}</a>
            </div>
        </header>
    }
}

fn form(typed: &str, locale: Locale) -> impl IntoView + use<> {
    let typed = typed.to_owned();
    view! {
        <form class="filters" role="search">
            <div class="field filters__search">
                <label for="transacao">{t::transaction(locale)}</label>
                <p class="field__hint" id="transacao-dica">{t::transaction_hint(locale)}</p>
                <div class="search-field">
                    <Icon symbol=Symbol::Search/>
                    <input
                        class="mono" id="transacao" name="transacao" value=typed
                        autocomplete="off" autocapitalize="off" spellcheck="false"
                        aria-describedby="transacao-dica"
                    />
                </div>
            </div>
            <button class="btn">{t::explain(locale)}</button>
        </form>
    }
}

#[component]
fn CallList<'a>(
    calls: &'a Rows<CallRecord>,
    after: Option<Cursor>,
    address: &'a str,
    owner: &'a GroupApplication,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    if calls.items.is_empty() && after.is_none() {
        return empty(owner, locale).into_any();
    }
    let first = after.map(|_| address.to_owned());
    let next = calls
        .next
        .map(|cursor| format!("{address}?depois={cursor}"));
    let rows = calls
        .items
        .iter()
        .map(|call| view! { <CallRow call address visit/> });
    view! {
        <p class="soft small">{t::calls_lead(locale)}</p>
        <table class="table">
            <caption class="visually-hidden">{t::calls_title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::transaction(locale)}</th>
                <th scope="col">{t::status(locale)}</th>
                <th scope="col">{t::when(locale)}</th>
                <th scope="col">{t::call(locale)}</th>
                <th scope="col" class="table__end">{t::time(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <Pagination locale first next/>
    }
    .into_any()
}

#[component]
fn CallRow<'a>(call: &'a CallRecord, address: &'a str, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let when = axis::moment(call.at, visit.time_zone(), locale);
    view! {
        <tr>
            <td class="table__title">
                <a class="mono small" href=explanation_address(address, call.id)>{call.id.to_string()}</a>
            </td>
            <td data-label=t::status(locale)><span class=stamp(call.status)>{call.status}</span></td>
            <td data-label=t::when(locale)><time class="nowrap" datetime=call.at.to_rfc3339()>{when}</time></td>
            <td data-label=t::call(locale)>
                <span class="mono small">{call.method.clone()} " " {call.path.clone()}</span>
            </td>
            <td data-label=t::time(locale) class="table__end nowrap">
                {numbers::latency(Some(call.elapsed), locale)}
            </td>
        </tr>
    }
}

/// Where a call is explained.
fn explanation_address(address: &str, id: TransactionId) -> String {
    format!("{address}?transacao={id}")
}

fn empty(owner: &GroupApplication, locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Ticket/>
            <h2>{t::no_calls_title(locale)}</h2>
            <p>{t::no_calls(locale)}</p>
            <div class="actions"><a class="btn" href=owner.ticket()>{t::to_application(locale)}</a></div>
        </div>
    }
}
