//! The reader's passkeys: which there are, adding one, removing one.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::passkeys::{self, MAX_PASSKEYS, Passkey, PasskeyError},
    ids::PasskeyId,
    values::SecretLabel,
};
use leptos::prelude::*;
use locales::{Locale, common, factors as t};
use serde::Deserialize;

use super::{ConfirmedForm, back, codes, crumbs, pending, to_factors};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead, PasskeyButton, Time, device},
    forms::{ErrorSummary, Errors, FieldLabel, PasswordPrompt, TextField},
    routes,
    web::{
        Access::Member, Flash, Ids, Page, PageError, PostedForm, Site, Visit, no_store_json,
        see_other,
    },
};

const NAME: &str = "nome";
const ANSWER: &str = "chave-de-acesso";

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_PASSKEY, show)
        .post(Member, routes::ACCOUNT_PASSKEY, add)
        .get(Member, routes::ACCOUNT_PASSKEY_NEW, new_challenge)
        .get(Member, routes::ACCOUNT_PASSKEY_CHALLENGE, challenge)
        .get(Member, routes::ACCOUNT_PASSKEY_REMOVE, to_factors)
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

/// Whoever has yet to give the password, or may add no more, goes back to begin.
async fn show(visit: Visit) -> Result<Response, PageError> {
    if !visit.scope.is_confirmed() || has_most(&visit).await? {
        return Ok(see_other(routes::ACCOUNT_FACTOR));
    }
    let page = page(&visit, &Form::default(), &Errors::default());
    Ok(page.into_response())
}

async fn has_most(visit: &Visit) -> Result<bool, PageError> {
    let known = passkeys::list(&visit.scope).await?;
    Ok(known.len() >= MAX_PASSKEYS)
}

/// The first press asks for the password, if need be; the script of the page then sends the answer.
async fn add(mut visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let pending = pending(t::passkey_to_add(visit.locale), routes::ACCOUNT_PASSKEY);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    if has_most(&visit).await? {
        return Ok(see_other(routes::ACCOUNT_FACTOR));
    }
    if form.answer.is_empty() {
        return Ok(page(&visit, &form, &Errors::default()).into_response());
    }
    // The device has made it by now, so the passkey of whoever gave it no name has that of the
    // browser.
    let name = match form.nome.trim() {
        "" => device::name(&visit.device, visit.locale),
        given => given.to_owned(),
    };
    let mut errors = Errors::default();
    let Some(name) = errors.check(NAME, SecretLabel::parse(&name)) else {
        let page = page(&visit, &form, &errors);
        return Ok(page.unprocessable().into_response());
    };
    match passkeys::register(&visit.scope, visit.vault(), &name, &form.answer).await {
        Ok(made) if made.is_empty() => Ok(back(&visit, Flash::PasskeyAdded)),
        Ok(made) => Ok(codes::page(&visit, &made).into_response()),
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
        let pending = pending(to_remove(&visit).await?, &action);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    if passkeys::remove(&visit.scope, id).await? {
        Ok(back(&visit, Flash::PasskeyRemoved))
    } else {
        Err(PageError::NotFound)
    }
}

/// What comes of removing a passkey: the last factor ends more than itself.
async fn to_remove(visit: &Visit) -> Result<&'static str, PageError> {
    let known = passkeys::list(&visit.scope).await?;
    let is_last = known.len() == 1 && !visit.scope.factors().has_app;
    Ok(if is_last {
        t::passkey_last_to_remove(visit.locale)
    } else {
        t::passkey_to_remove(visit.locale)
    })
}

pub(super) fn section(visit: &Visit, known: &[Passkey]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let offered = passkeys::are_offered(&visit.app.services.portal.settings);
    let lines = known.iter().map(|passkey| line(visit, passkey));
    let lines = lines.collect_view();
    let has_most = known.len() >= MAX_PASSKEYS;
    let add = (offered && !has_most).then(|| {
        view! {
            <form class="actions" method="post" action=routes::ACCOUNT_PASSKEY>
                <button class="btn btn--quiet">{t::passkey_add(locale)}</button>
            </form>
        }
    });
    let most = has_most.then(|| view! { <p>{t::passkey_most(locale, MAX_PASSKEYS)}</p> });
    (offered || !known.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::passkeys(locale)}</h2>
                <p class="soft">{t::passkeys_note(locale)}</p>
                <ul class="lines" role="list">{lines}</ul>
                {add}
                {most}
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
                <p class="soft small">{t::passkey_since(locale)} " " <Time at=passkey.created_at visit/> {used}</p>
            </div>
            <form method="post" action=action>
                <button class="btn btn--quiet btn--small">
                    {t::passkey_remove(locale)} <span class="visually-hidden">" " {of}</span>
                </button>
            </form>
        </li>
    }
}

fn page(visit: &Visit, typed: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::passkey_add(locale);
    Page::new(visit, title, || {
        let mut crumbs = crumbs(locale);
        crumbs.push(Crumb::new(routes::ACCOUNT_FACTOR, t::title(locale)));
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=t::passkeys_note(locale)/>
            {form(visit, typed, errors, locale)}
        }
    })
    .narrow()
}

fn form(visit: &Visit, typed: &Form, errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let labels = [FieldLabel::new(NAME, t::passkey_name(locale))];
    view! {
        <form class="form" method="post" action=routes::ACCOUNT_PASSKEY novalidate>
            <ErrorSummary errors labels locale/>
            <TextField
                name=NAME label=t::passkey_name(locale) value=&typed.nome
                hint=t::passkey_name_hint(locale) errors locale
            />
            <input type="hidden" name=ANSWER value=typed.answer.clone()/>
            {act(visit, typed)}
            <noscript><p>{t::passkey_script(locale)}</p></noscript>
            <p><a href=routes::ACCOUNT_FACTOR>{common::cancel(locale)}</a></p>
        </form>
    }
}

/// Makes the passkey; once the device has made it, only the name is left to send.
fn act(visit: &Visit, typed: &Form) -> impl IntoView + use<> {
    let locale = visit.locale;
    if typed.answer.is_empty() {
        let label = t::passkey_make(locale);
        let challenge = routes::ACCOUNT_PASSKEY_NEW;
        view! { <PasskeyButton challenge field=ANSWER label visit/> }.into_any()
    } else {
        view! { <div class="actions"><button class="btn">{common::continue_(locale)}</button></div> }
            .into_any()
    }
}
