//! The reader's passkeys: which there are, adding one, removing one.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::passkeys::{self, Passkey, PasskeyError},
    ids::PasskeyId,
    values::SecretLabel,
};
use leptos::prelude::*;
use locales::{Locale, common, factors as t};
use serde::Deserialize;

use super::{ConfirmedForm, back, crumbs, pending};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead, PasskeyButton, Time},
    forms::{ErrorSummary, Errors, FieldLabel, PasswordPrompt, TextField},
    routes,
    web::{Access::Member, Flash, Ids, Page, PageError, PostedForm, Site, Visit, no_store_json},
};

const NAME: &str = "nome";
const ANSWER: &str = "chave-de-acesso";

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_PASSKEY, show)
        .post(Member, routes::ACCOUNT_PASSKEY, add)
        .get(Member, routes::ACCOUNT_PASSKEY_NEW, new_challenge)
        .get(Member, routes::ACCOUNT_PASSKEY_CHALLENGE, challenge)
        .post(Member, routes::ACCOUNT_PASSKEY_REMOVE, remove)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    nome: String,
    #[serde(rename = "chave-de-acesso")]
    answer: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

/// What makes a new passkey, for the script.
async fn new_challenge(visit: Visit) -> Result<Response, PageError> {
    let asked = passkeys::begin_registration(&visit.scope, visit.vault()).await;
    Ok(no_store_json(asked?))
}

/// What asks for one of the reader's, for the script.
async fn challenge(visit: Visit) -> Result<Response, PageError> {
    let asked = passkeys::challenge_of_account(&visit.scope, visit.vault()).await;
    Ok(no_store_json(asked?))
}

async fn show(visit: Visit) -> Page {
    page(&visit, "", &Errors::default())
}

/// The first press asks for the password, if need be; the script of the page then sends the answer.
async fn add(mut visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let pending = pending(t::passkey_to_add(visit.locale), routes::ACCOUNT_PASSKEY);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    if form.answer.is_empty() {
        return Ok(page(&visit, &form.nome, &Errors::default()).into_response());
    }
    let mut errors = Errors::default();
    let Some(name) = errors.check(NAME, SecretLabel::parse(&form.nome)) else {
        let page = page(&visit, &form.nome, &errors);
        return Ok(page.unprocessable().into_response());
    };
    match passkeys::register(&visit.scope, visit.vault(), &name, &form.answer).await {
        Ok(()) => Ok(back(&visit, Flash::PasskeyAdded)),
        Err(PasskeyError::Refused) => Ok(back(&visit, Flash::FactorOver)),
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    mut visit: Visit,
    Ids(id): Ids<PasskeyId>,
    PostedForm(form): PostedForm<ConfirmedForm>,
) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let action = routes::fill(routes::ACCOUNT_PASSKEY_REMOVE, &[&id]);
        let pending = pending(t::passkey_to_remove(visit.locale), &action);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    if passkeys::remove(&visit.scope, id).await? {
        Ok(back(&visit, Flash::PasskeyRemoved))
    } else {
        Err(PageError::NotFound)
    }
}

pub(super) fn section(visit: &Visit, known: &[Passkey]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let offered = passkeys::are_offered(&visit.app.services.portal.settings);
    let lines = known.iter().map(|passkey| line(visit, passkey));
    let lines = lines.collect_view();
    let add = offered.then(|| {
        view! {
            <form class="actions" method="post" action=routes::ACCOUNT_PASSKEY>
                <button class="btn btn--quiet">{t::passkey_add(locale)}</button>
            </form>
        }
    });
    (offered || !known.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::passkeys(locale)}</h2>
                <p class="soft">{t::passkeys_note(locale)}</p>
                <ul class="lines" role="list">{lines}</ul>
                {add}
            </section>
        }
    })
}

fn line(visit: &Visit, passkey: &Passkey) -> impl IntoView + use<> {
    let locale = visit.locale;
    let action = routes::fill(routes::ACCOUNT_PASSKEY_REMOVE, &[&passkey.id]);
    let of = t::passkey_of(locale, &passkey.name);
    let used = passkey.last_used_at.map(|at| {
        view! { " · " {t::passkey_used(locale)} " " <Time at visit/> }
    });
    view! {
        <li>
            <div>
                <p>{passkey.name.clone()}</p>
                <p class="soft small">{t::app_since(locale)} " " <Time at=passkey.created_at visit/> {used}</p>
            </div>
            <form method="post" action=action>
                <button class="btn btn--quiet btn--small">
                    {t::passkey_remove(locale)} <span class="visually-hidden">" " {of}</span>
                </button>
            </form>
        </li>
    }
}

fn page(visit: &Visit, name: &str, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::passkey_add(locale);
    Page::new(visit, title, || {
        let mut crumbs = crumbs(locale);
        crumbs.push(Crumb::new(routes::ACCOUNT_FACTOR, t::title(locale)));
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=t::passkeys_note(locale)/>
            {form(visit, name, errors, locale)}
        }
    })
    .narrow()
}

fn form(visit: &Visit, name: &str, errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let labels = [FieldLabel::new(NAME, t::passkey_name(locale))];
    view! {
        <form class="form" method="post" action=routes::ACCOUNT_PASSKEY novalidate>
            <ErrorSummary errors labels locale/>
            <TextField
                name=NAME label=t::passkey_name(locale) value=name
                hint=t::passkey_name_hint(locale) errors locale
            />
            <input type="hidden" name=ANSWER value=""/>
            <PasskeyButton
                challenge=routes::ACCOUNT_PASSKEY_NEW field=ANSWER label=t::passkey_make(locale) visit
            />
            <noscript><p>{t::passkey_script(locale)}</p></noscript>
            <p><a href=routes::ACCOUNT_FACTOR>{common::cancel(locale)}</a></p>
        </form>
    }
}
