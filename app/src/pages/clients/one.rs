//! One client: what it is, its latest tokens, and what can be done to it.

use axum::response::{IntoResponse, Response};
use domain::{
    clients::{self, Client, ClientError, ClientKind, ClientState, TokenFilter},
    ids::ClientId,
};
use leptos::prelude::*;
use locales::{clients as t, number};
use serde::Deserialize;

use super::{
    ADMINISTRATOR, address, last_used,
    made::PendingNotice,
    tokens::{TokenList, Which},
    words::{account_name, count, kind_of, state_name, yes_no},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, Fact, Key, Time},
    forms::{HiddenField, PasswordPrompt, PendingForm},
    routes,
    web::{Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

const SECONDS_OF_A_DAY: i32 = 86_400;
const ACT: &str = "ato";
const APPROVE: &str = "aprovar";
const ENABLE: &str = "ativar";
const DISABLE: &str = "desativar";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CLIENT, show)
        .get(ADMINISTRATOR, routes::CLIENT_STATE, back)
        .post(ADMINISTRATOR, routes::CLIENT_STATE, change_state)
}

async fn show(visit: Visit, Ids(id): Ids<ClientId>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let client = clients::by_id(&visit.scope, id).await?;
    let filter = TokenFilter {
        client: Some(id),
        ..TokenFilter::default()
    };
    let tokens = clients::tokens(&visit.scope, filter, None).await?;
    let which = Which::of_client(&client);
    Ok(Page::new(&visit, client.name.clone(), || {
        let crumbs = vec![Crumb::new(routes::CLIENTS, t::title(locale))];
        view! {
            <AdministrationNav visit=&visit/>
            <Breadcrumbs locale crumbs here=client.name.clone()/>
            <header class="page-head">
                <div>
                    <h1>{client.name.clone()}</h1>
                    <p class="page-head__lead">{kind_of(&client, locale)}</p>
                </div>
                <div class="actions">
                    <a class="btn" href=address(routes::CLIENT_SECRET, &client)>
                        {t::change_secret(locale)}
                    </a>
                    <a class="btn btn--danger" href=address(routes::CLIENT_DELETE, &client)>
                        {t::delete(locale)}
                    </a>
                </div>
            </header>
            <PendingNotice client=&client visit=&visit/>
            <ClientFacts client=&client visit=&visit/>
            <StateForm client=&client visit=&visit/>
            <section class="section">
                <h2>{t::tokens(locale)}</h2>
                <TokenList tokens=&tokens.items which=&which visit=&visit/>
                <p><a href=which.address()>{t::tokens_of(locale, &client.name)}</a></p>
            </section>
        }
    }))
}

#[component]
fn ClientFacts<'a>(client: &'a Client, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let words = |words: &[String], none: &'static str| {
        if words.is_empty() {
            none.to_owned()
        } else {
            words.join(", ")
        }
    };
    let scopes = words(&client.scopes, "");
    let networks = words(&client.networks, t::everywhere(locale));
    let renews = client.renews && client.kind != ClientKind::Credentials;
    let refresh = renews.then(|| {
        let days = count(client.refresh_seconds / SECONDS_OF_A_DAY, locale);
        view! { <Fact name=t::refresh_days(locale) value=days/> }
    });
    let redirects = (client.kind == ClientKind::Authorization).then(|| {
        let addresses = client.redirect_addresses.iter().cloned();
        let lines = addresses.map(|address| {
            view! { <li><code translate="no">{address}</code></li> }
        });
        let value = view! { <ul role="list">{lines.collect_view()}</ul> };
        view! { <Fact name=t::redirects(locale) value/> }
    });
    view! {
        <div class="panel">
            <dl class="keys">
                <Key
                    id="client-id".to_owned() name=t::id(locale) value=client.id.to_string() locale
                />
            </dl>
        </div>
        <dl class="facts">
            <Fact name=t::state(locale) value=state_name(client.state, locale)/>
            <Fact name=t::account(locale) value=account_name(client, locale)/>
            <Fact name=t::confidential(locale) value=yes_no(client.is_confidential, locale)/>
            <Fact name=t::scopes(locale) value=scopes/>
            <Fact name=t::access_seconds(locale) value=count(client.access_seconds, locale)/>
            {refresh}
            {redirects}
            <Fact name=t::networks(locale) value=networks/>
            <Fact name=t::tokens_alive(locale) value=number::count(client.tokens_alive, locale)/>
            <Fact name=t::last_used(locale) value=last_used(client, visit)/>
            <Fact name=t::created(locale) value=view! { <Time at=client.created_at visit/> }/>
        </dl>
    }
}

/// The one act that the state of a client allows, with what it does.
#[component]
fn StateForm<'a>(client: &'a Client, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let (act, label, means, class) = match client.state {
        ClientState::Pending => (APPROVE, t::approve(locale), t::pending_text(locale), "btn"),
        ClientState::Disabled => (ENABLE, t::enable(locale), t::enable_means(locale), "btn"),
        ClientState::Active => (
            DISABLE,
            t::disable(locale),
            t::disable_breaks(locale),
            "btn btn--danger",
        ),
    };
    view! {
        <form class="section" method="post" action=address(routes::CLIENT_STATE, client)>
            <p class="soft">{means}</p>
            <input type="hidden" name=ACT value=act/>
            <div class="actions"><button class=class>{label}</button></div>
        </form>
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    ato: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

/// For those who come by the address of the form: after signing in again.
async fn back(Ids(id): Ids<ClientId>) -> Response {
    see_other(&routes::fill(routes::CLIENT, &[&id]))
}

async fn change_state(
    mut visit: Visit,
    Ids(id): Ids<ClientId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let here = routes::fill(routes::CLIENT, &[&id]);
    // Who stops a program does not wait.
    if form.ato != DISABLE {
        let prompt = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await?;
        if let Some(prompt) = prompt {
            let pending = PendingForm {
                what: t::waits_for_password(visit.locale),
                action: routes::fill(routes::CLIENT_STATE, &[&id]),
                fields: vec![HiddenField {
                    name: ACT,
                    value: form.ato,
                }],
                cancel: here,
            };
            return Ok(prompt.page(&visit, &pending).into_response());
        }
    }
    let scope = &visit.scope;
    let (done, flash) = match &*form.ato {
        APPROVE => (clients::approve(scope, id).await, Flash::ClientApproved),
        ENABLE => (clients::enable(scope, id).await, Flash::ClientEnabled),
        DISABLE => (clients::disable(scope, id).await, Flash::ClientDisabled),
        _ => return Err(PageError::Malformed),
    };
    let flash = match done {
        Ok(()) => flash,
        Err(ClientError::SecondAdministrator) => Flash::SecondAdministrator,
        Err(ClientError::Changed) => Flash::ClientChanged,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(&here, flash, &visit))
}
