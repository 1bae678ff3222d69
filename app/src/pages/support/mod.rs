//! Support: finding an account among all.

mod account;
mod acts;
mod factor;
mod groups;
mod messages;

use axum::extract::Query;
use domain::{
    Role,
    accounts::{AccountSummary, support},
};
use leptos::prelude::*;
use locales::support as t;
use serde::Deserialize;

use crate::{
    components::{
        EmailAddress, LargeIcon, OpenMessages, PageHead, Pagination, SearchForm, SupportNav,
        Symbol, Time,
    },
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const SUPPORT: Access = Access::Role(Role::Support);

pub fn routes(site: Site) -> Site {
    let site = site.get(SUPPORT, routes::SUPPORT, search).get(
        SUPPORT,
        routes::SUPPORT_ACCOUNT,
        account::show,
    );
    site.merge([
        acts::routes,
        factor::routes,
        messages::routes,
        groups::routes,
    ])
}

/// A search in a long list, as the address has it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    q: String,
    /// Where the page starts.
    depois: String,
}

impl Search {
    pub(super) fn query(&self) -> &str {
        self.q.trim()
    }

    pub(super) fn cursor(&self) -> Option<domain::Cursor> {
        self.depois.parse().ok()
    }

    /// The first page again, unless this is it.
    pub(super) fn first(&self, path: &str) -> Option<String> {
        self.cursor().map(|_| format!("{path}?{}", self.encoded()))
    }

    /// The page that starts after `cursor`.
    pub(super) fn next(&self, path: &str, cursor: domain::Cursor) -> String {
        format!("{path}?{}&depois={cursor}", self.encoded())
    }

    fn encoded(&self) -> String {
        serde_urlencoded::to_string([("q", self.query())]).unwrap_or_default()
    }
}

async fn search(visit: Visit, Query(search): Query<Search>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = support::find(&visit.scope, search.query(), search.cursor()).await?;
    let open = OpenMessages::count(&visit).await?;
    let next = found
        .next
        .map(|cursor| search.next(routes::SUPPORT, cursor));
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if found.items.is_empty() {
            view! { <NobodyFound visit=&visit/> }.into_any()
        } else {
            table(&visit, &found.items).into_any()
        };
        view! {
            <SupportNav visit=&visit open/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <SearchForm label=t::search(locale) query=search.query() locale/>
            {list}
            <Pagination locale first=search.first(routes::SUPPORT) next/>
        }
    }))
}

#[component]
pub(super) fn NobodyFound<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Search/>
            <h2>{t::none_title(visit.locale)}</h2>
            <p>{t::none(visit.locale)}</p>
        </div>
    }
}

fn table(visit: &Visit, accounts: &[AccountSummary]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = accounts
        .iter()
        .map(|account| row(visit, account))
        .collect_view();
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::person(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
                <th scope="col">{t::created(locale)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(visit: &Visit, account: &AccountSummary) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::SUPPORT_ACCOUNT, &[&account.id]);
    view! {
        <tr>
            <td class="table__title">
                <a href=href>{account.full_name()}</a> <br/>
                <span class="soft small"><EmailAddress email=&account.email/></span>
            </td>
            <td data-label=t::state(locale)><Verification account visit/></td>
            <td data-label=t::created(locale)><Time at=account.created_at visit/></td>
        </tr>
    }
}

#[component]
pub(super) fn Verification<'a>(
    account: &'a AccountSummary,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let (class, word) = match account.verified_at {
        Some(_) => ("stamp stamp--good", t::verified(visit.locale)),
        None => ("stamp stamp--wait", t::unverified(visit.locale)),
    };
    view! { <span class=class>{word}</span> }
}
