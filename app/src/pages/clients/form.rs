//! The form of a new client.

use domain::{
    clients::{ACCESS_SECONDS, ClientKind, ClientSecret, NewClient, PortalScope, REFRESH_DAYS},
    ids::ClientId,
};
use leptos::prelude::*;
use locales::{Locale, clients as t};

use super::words::{
    ACCESS, ACCOUNT, CONFIDENTIAL, NAME, NETWORKS, REDIRECTS, REFRESH, SCOPES, SECRET, count,
};
use crate::{
    components::terms,
    forms::rows::{Choice, Choices, Field, FormState, Kind, Typed, field::Tick},
    web::Visit,
};

/// The field with the identifier that the client is to have.
const ID: &str = "id";
const ACCESS_DEFAULT: &str = "3600";
const REFRESH_DEFAULT: &str = "30";

/// What the form begins with, or what was typed into it before, with another secret: that one was
/// not kept.
pub(super) fn fill(visit: &Visit, kept: Option<Typed>) -> Typed {
    let mut typed = kept.unwrap_or_else(|| {
        let id: ClientId = visit.scope.portal.new_id();
        let mut typed = Typed::default();
        typed.add(ID, id.to_string());
        typed.add(CONFIDENTIAL, "1");
        typed.add(ACCESS, ACCESS_DEFAULT);
        typed.add(REFRESH, REFRESH_DEFAULT);
        typed
    });
    typed.replace(SECRET, propose(visit).expose());
    typed
}

pub(super) fn propose(visit: &Visit) -> ClientSecret {
    ClientSecret::propose(visit.scope.portal.random.as_ref())
}

pub(super) fn read(visit: &Visit, kind: ClientKind, typed: &Typed) -> NewClient {
    let id = typed.get(ID).parse();
    NewClient {
        id: id.unwrap_or_else(|_| visit.scope.portal.new_id()),
        kind,
        name: typed.line(NAME),
        is_confidential: typed.has(CONFIDENTIAL),
        account: typed.line(ACCOUNT),
        access_seconds: typed.number(ACCESS).ok().flatten(),
        refresh_days: match kind {
            ClientKind::Credentials => Some(*REFRESH_DAYS.start()),
            ClientKind::Password | ClientKind::Authorization => {
                typed.number(REFRESH).ok().flatten()
            }
        },
        scopes: typed.all(SCOPES).map(str::to_owned).collect(),
        networks: typed.text(NETWORKS),
        redirect_addresses: typed.text(REDIRECTS),
        secret: typed.line(SECRET),
    }
}

#[component]
pub(super) fn ClientFields<'a>(
    kind: ClientKind,
    form: FormState<'a>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = form.locale;
    let id = form.typed.get(ID).to_owned();
    let access_hint = range_hint(*ACCESS_SECONDS.start(), *ACCESS_SECONDS.end(), locale);
    let own = match kind {
        ClientKind::Credentials => view! {
            <Field name=ACCOUNT label=t::account(locale) hint=t::account_hint(locale) form=&form/>
        }
        .into_any(),
        ClientKind::Password => view! {
            <p class="soft small">{t::not_confidential_hint(locale)}</p>
        }
        .into_any(),
        ClientKind::Authorization => view! {
            <p class="soft small">{t::not_confidential_hint(locale)}</p>
            <Field
                name=REDIRECTS label=t::redirects(locale) hint=t::redirects_hint(locale)
                kind=Kind::Lines form=&form
            />
        }
        .into_any(),
    };
    let refresh = (kind != ClientKind::Credentials).then(|| {
        let hint = range_hint(*REFRESH_DAYS.start(), *REFRESH_DAYS.end(), locale);
        view! {
            <Field name=REFRESH label=t::refresh_days(locale) hint kind=Kind::Number form=&form/>
        }
    });
    view! {
        <input type="hidden" name=ID value=id/>
        <Field name=NAME label=t::name(locale) hint=t::name_hint(locale) form=&form/>
        <Field
            name=SECRET label=t::change_secret(locale) hint=t::secret_hint(locale)
            kind=Kind::Code form=&form
        />
        <Tick
            name=CONFIDENTIAL label=t::confidential(locale)
            hint=t::confidential_hint(locale) form=&form
        />
        {own}
        <p class="soft">{t::scopes_hint(locale)}</p>
        <Choices
            name=SCOPES legend=t::scopes_legend(locale) choices=scopes(visit) several=true form=&form
        />
        <Field
            name=ACCESS label=t::access_seconds(locale) hint=access_hint kind=Kind::Number form=&form
        />
        {refresh}
        <Field
            name=NETWORKS label=t::networks(locale) hint=t::networks_hint(locale)
            kind=Kind::Lines form=&form
        />
    }
}

fn range_hint(min: i32, max: i32, locale: Locale) -> String {
    t::access_hint(locale, count(min, locale), count(max, locale))
}

fn scopes(visit: &Visit) -> Vec<Choice> {
    let apis = visit.apis.behind_gateway().map(|api| api.slug.as_str());
    let own = PortalScope::ALL.iter().map(|scope| scope.as_str());
    let scopes = apis.chain(own);
    let named = scopes.map(|it| Choice::new(it, terms::scope(it, &visit.apis, visit.locale)));
    named.collect()
}
