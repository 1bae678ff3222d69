//! The tokens that clients were given, and their revocation.

use axum::{extract::Query, response::Response};
use domain::{
    Cursor,
    accounts::{self, AccountSummary, Email},
    clients::{self, Client, Holder, IssuedToken, TokenFilter},
    ids::{ClientId, TokenId},
};
use leptos::prelude::*;
use locales::{Locale, clients as t};
use serde::{Deserialize, Serialize};

use super::{ADMINISTRATOR, words::grant_name};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead, Pagination, Time, time},
    forms::{FieldMessage, rows::Typed},
    routes,
    web::{Flash, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

const CLIENT: &str = "cliente";
const PERSON: &str = "pessoa";
const ALIVE: &str = "validos";
const TOKEN: &str = "token";
const ALL: &str = "todos";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::TOKENS, show)
        .get(ADMINISTRATOR, routes::TOKENS_REVOKE, back)
        .post(ADMINISTRATOR, routes::TOKENS_REVOKE, revoke)
}

/// Which tokens are asked for, as the address says it.
#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Which {
    #[serde(skip_serializing_if = "String::is_empty")]
    cliente: String,
    /// An address of mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pessoa: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    validos: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    depois: String,
    /// Of the client, where it is known.
    #[serde(skip)]
    name: Option<String>,
}

impl Which {
    pub(super) fn of_client(client: &Client) -> Self {
        Self {
            cliente: client.id.to_string(),
            name: Some(client.name.clone()),
            ..Self::default()
        }
    }

    pub(super) fn address(&self) -> String {
        match serde_urlencoded::to_string(self) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", routes::TOKENS),
            _ => routes::TOKENS.to_owned(),
        }
    }

    fn at(&self, cursor: Option<Cursor>) -> String {
        let depois = cursor.map(|cursor| cursor.to_string()).unwrap_or_default();
        let other = Self {
            depois,
            ..self.clone()
        };
        other.address()
    }

    fn client(&self) -> Option<ClientId> {
        self.cliente.parse().ok()
    }

    async fn person(&self, visit: &Visit) -> Result<Option<AccountSummary>, PageError> {
        match Email::parse(&self.pessoa) {
            Ok(email) => Ok(accounts::find_by_email(&visit.scope, &email).await?),
            Err(_) => Ok(None),
        }
    }
}

async fn show(visit: Visit, Query(mut which): Query<Which>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let person = which.person(&visit).await?;
    let is_unknown = !which.pessoa.is_empty() && person.is_none();
    if let Some(id) = which.client() {
        which.name = clients::by_id(&visit.scope, id)
            .await
            .ok()
            .map(|it| it.name);
    } else if let Some(person) = &person {
        which.name = Some(person.full_name());
    }
    let filter = TokenFilter {
        client: which.client(),
        person: person.map(|person| person.id),
        alive: !which.validos.is_empty(),
        alone: false,
    };
    let after: Option<Cursor> = which.depois.parse().ok();
    let found = clients::tokens(&visit.scope, filter, after).await?;
    let tokens = if is_unknown { vec![] } else { found.items };
    let next = found.next.filter(|_| !is_unknown);
    let next = next.map(|cursor| which.at(Some(cursor)));
    let first = after.map(|_| which.at(None));
    Ok(Page::new(&visit, t::tokens(locale), || {
        let crumbs = vec![Crumb::new(routes::CLIENTS, t::title(locale))];
        let title = which.name.as_ref().map_or_else(
            || t::tokens(locale).to_owned(),
            |name| t::tokens_of(locale, name),
        );
        view! {
            <AdministrationNav visit=&visit/>
            <Breadcrumbs locale crumbs here=t::tokens(locale)/>
            <PageHead title lead=t::tokens_lead(locale)/>
            <Filter which=&which is_unknown locale/>
            <TokenList tokens=&tokens which=&which visit=&visit/>
            <Pagination locale first next/>
        }
    }))
}

#[component]
fn Filter<'a>(which: &'a Which, is_unknown: bool, locale: Locale) -> impl IntoView + use<> {
    let error = is_unknown.then(|| t::unknown_person(locale).to_owned());
    let described_by = is_unknown.then(|| format!("{PERSON}-error"));
    let client = which.cliente.clone();
    let client = (!client.is_empty()).then(|| {
        view! { <input type="hidden" name=CLIENT value=client/> }
    });
    let (person, alive) = (which.pessoa.clone(), !which.validos.is_empty());
    view! {
        <form class="filters">
            {client}
            <div class="field" class:field--invalid=is_unknown>
                <label for=PERSON>{t::filter_person(locale)}</label>
                <input
                    id=PERSON name=PERSON type="text" inputmode="email" value=person
                    autocomplete="off" aria-describedby=described_by
                />
                <FieldMessage name=PERSON error/>
            </div>
            <label class="check">
                <input type="checkbox" name=ALIVE value="1" checked=alive/>
                {t::filter_alive(locale)}
            </label>
            <button class="btn btn--quiet">{t::filter(locale)}</button>
        </form>
    }
}

/// Tokens to be revoked: those that are ticked, or all of a client or person.
#[component]
pub(super) fn TokenList<'a>(
    tokens: &'a [IssuedToken],
    which: &'a Which,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    if tokens.is_empty() {
        return view! { <p class="soft">{t::no_tokens(locale)}</p> }.into_any();
    }
    let rows = tokens.iter().map(|token| row(token, visit));
    let all = which.name.as_ref().map(|name| {
        view! {
            <button class="btn btn--danger" name=ALL value="1">
                {t::revoke_all_of(locale, name)}
            </button>
        }
    });
    let (client, person) = (which.cliente.clone(), which.pessoa.clone());
    view! {
        <form class="stack" method="post" action=routes::TOKENS_REVOKE>
            <input type="hidden" name=CLIENT value=client/>
            <input type="hidden" name=PERSON value=person/>
            <table class="table">
                <caption class="visually-hidden">{t::tokens(locale)}</caption>
                <thead><tr>
                    <th scope="col">{t::token(locale)}</th>
                    <th scope="col">{t::client(locale)}</th>
                    <th scope="col">{t::person(locale)}</th>
                    <th scope="col">{t::issued(locale)}</th>
                    <th scope="col">{t::expires(locale)}</th>
                    <th scope="col">{t::last_used(locale)}</th>
                    <th scope="col">{t::state(locale)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <div class="actions">
                <button class="btn btn--quiet">{t::revoke_chosen(locale)}</button>
                {all}
            </div>
        </form>
    }
    .into_any()
}

fn row(token: &IssuedToken, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let id = token.id.to_string();
    let person = token.account.as_ref().map(accounts::Contact::full_name);
    let address = token.address.as_ref().map(|it| t::from(locale, it));
    let refresh = token
        .refresh_expires_at
        .map(|at| t::refresh_until(locale, time::date_time(at, visit)));
    let last_used = match token.last_used_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never(locale).into_any(),
    };
    view! {
        <tr>
            <td class="table__title">
                <label class="check">
                    <input type="checkbox" name=TOKEN value=id.clone()/>
                    <span class="mono small" translate="no">{id}</span>
                </label>
                <span class="soft small">{grant_name(token.grant, locale)}</span>
            </td>
            <td data-label=t::client(locale)>{token.client_name.clone()}</td>
            <td data-label=t::person(locale)>{person}</td>
            <td data-label=t::issued(locale)>
                <Time at=token.created_at visit/> " " <span class="soft small">{address}</span>
            </td>
            <td data-label=t::expires(locale)>
                <Time at=token.expires_at visit/> " " <span class="soft small">{refresh}</span>
            </td>
            <td data-label=t::last_used(locale)>{last_used}</td>
            <td data-label=t::state(locale)>{state(token, visit)}</td>
        </tr>
    }
}

fn state(token: &IssuedToken, visit: &Visit) -> String {
    let locale = visit.locale;
    match token.revoked_at {
        Some(at) => t::revoked_on(locale, time::date_time(at, visit)),
        None if token.is_good(visit.scope.now()) => t::alive(locale).to_owned(),
        None if token.is_renewable(visit.scope.now()) => t::renewable(locale).to_owned(),
        None => t::expired(locale).to_owned(),
    }
}

/// For those who come by the address of the form: after signing in again.
async fn back() -> Response {
    see_other(routes::TOKENS)
}

async fn revoke(visit: Visit, PostedForm(typed): PostedForm<Typed>) -> Result<Response, PageError> {
    let which = Which {
        cliente: typed.get(CLIENT).to_owned(),
        pessoa: typed.get(PERSON).to_owned(),
        ..Which::default()
    };
    let revoked = if typed.has(ALL) {
        let person = which.person(&visit).await?;
        let holder = which.client().map(Holder::Client);
        let holder = holder.or_else(|| person.map(|person| Holder::Person(person.id)));
        let holder = holder.ok_or(PageError::Malformed)?;
        clients::revoke_all(&visit.scope, holder).await?;
        true
    } else {
        let tokens: Vec<TokenId> = typed.all(TOKEN).filter_map(|id| id.parse().ok()).collect();
        if !tokens.is_empty() {
            clients::revoke_tokens(&visit.scope, &tokens).await?;
        }
        !tokens.is_empty()
    };
    let flash = if revoked {
        Flash::TokensRevoked
    } else {
        Flash::NoTokenChosen
    };
    Ok(see_other_with(&which.address(), flash, &visit))
}
