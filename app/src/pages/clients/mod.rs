//! Administration: programs of other systems that get tokens of their own.

mod delete;
mod form;
mod made;
mod new;
mod one;
mod secret;
mod tokens;
mod words;

use axum::extract::Query;
use domain::{
    Cursor, Role,
    clients::{self, Client},
};
use leptos::prelude::*;
use locales::{Locale, clients as t, number};
use serde::Deserialize;

use self::words::{account_name, kind_of, state_name, yes_no};
use crate::{
    components::{AdministrationNav, LargeIcon, Pagination, Symbol, Time},
    routes,
    web::{Access, Page, PageError, Site, Visit},
};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CLIENTS, show).merge([
        new::routes,
        one::routes,
        secret::routes,
        delete::routes,
        tokens::routes,
    ])
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    depois: String,
}

impl Place {
    fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }
}

/// The address of a page about a client.
fn address(pattern: &'static str, client: &Client) -> String {
    routes::fill(pattern, &[&client.id])
}

async fn show(visit: Visit, Query(place): Query<Place>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = clients::list(&visit.scope, place.cursor()).await?;
    let next = found
        .next
        .map(|cursor| format!("{}?depois={cursor}", routes::CLIENTS));
    let first = place.cursor().map(|_| routes::CLIENTS.to_owned());
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if found.items.is_empty() {
            none(locale).into_any()
        } else {
            table(&found.items, &visit).into_any()
        };
        view! {
            <AdministrationNav visit=&visit/>
            <header class="page-head">
                <div>
                    <h1>{t::title(locale)}</h1>
                    <p class="page-head__lead">{t::lead(locale)}</p>
                </div>
                <div class="actions">
                    <a class="btn" href=routes::CLIENT_NEW_CREDENTIALS>{t::new_credentials(locale)}</a>
                    <a class="btn btn--quiet" href=routes::CLIENT_NEW_PASSWORD>{t::new_password(locale)}</a>
                    <a class="btn btn--quiet" href=routes::CLIENT_NEW_AUTHORIZATION>{t::new_authorization(locale)}</a>
                    <a class="btn btn--quiet" href=routes::TOKENS>{t::tokens(locale)}</a>
                </div>
            </header>
            {list}
            <Pagination locale first next/>
        }
    }))
}

fn none(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Key/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
        </div>
    }
}

fn table(clients: &[Client], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = clients.iter().map(|client| row(client, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::client(locale)}</th>
                <th scope="col">{t::kind(locale)}</th>
                <th scope="col">{t::confidential(locale)}</th>
                <th scope="col">{t::account(locale)}</th>
                <th scope="col">{t::tokens_alive(locale)}</th>
                <th scope="col">{t::last_used(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(client: &Client, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = address(routes::CLIENT, client);
    view! {
        <tr>
            <td class="table__title">
                <a href=href>{client.name.clone()}</a> <br/>
                <span class="soft small mono" translate="no">{client.id.to_string()}</span>
            </td>
            <td data-label=t::kind(locale)>{kind_of(client, locale)}</td>
            <td data-label=t::confidential(locale)>{yes_no(client.is_confidential, locale)}</td>
            <td data-label=t::account(locale)>{account_name(client, locale)}</td>
            <td data-label=t::tokens_alive(locale)>{number::count(client.tokens_alive, locale)}</td>
            <td data-label=t::last_used(locale)>{last_used(client, visit)}</td>
            <td data-label=t::state(locale)>{state_name(client.state, locale)}</td>
        </tr>
    }
}

fn last_used(client: &Client, visit: &Visit) -> AnyView {
    match client.last_used_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never(visit.locale).into_any(),
    }
}
