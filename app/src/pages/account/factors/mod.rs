//! The second factors of the reader: what they have, and what may be added and removed.

mod app;
mod browsers;
mod codes;
mod passkeys;
mod qr;

use axum::response::Response;
use domain::accounts::{
    factors::{self, FactorError, FactorState, RemovalError},
    passkeys::list,
};
use leptos::prelude::*;
use locales::{Locale, account, factors as t};
use serde::Deserialize;

use crate::{
    components::{Breadcrumbs, Crumb, Notice, NoticeKind, PageHead, Time, time},
    forms::PendingForm,
    routes,
    web::{Access::Member, Flash, Page, PageError, Site, Visit, see_other, see_other_with},
};

pub fn routes(site: Site) -> Site {
    let site = site
        .get(Member, routes::ACCOUNT_FACTOR, show)
        .get(Member, routes::ACCOUNT_REMOVAL_CANCEL, to_factors)
        .post(Member, routes::ACCOUNT_REMOVAL_CANCEL, cancel);
    site.merge([
        app::routes,
        passkeys::routes,
        codes::routes,
        browsers::routes,
    ])
}

/// A button that asks for the password or a code first.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ConfirmedForm {
    /// The password, where it was asked for.
    current: Option<String>,
}

fn pending(what: &'static str, action: &str) -> PendingForm {
    PendingForm {
        what,
        action: action.to_owned(),
        fields: vec![],
        cancel: routes::ACCOUNT_FACTOR.to_owned(),
    }
}

/// What the pages do not say beside a field.
fn refused(visit: &Visit, error: FactorError) -> Result<Response, PageError> {
    match error {
        FactorError::AlreadyThere => Ok(back(visit, Flash::FactorAppThere)),
        FactorError::Over | FactorError::Unconfirmed | FactorError::WrongCode => {
            Ok(back(visit, Flash::FactorOver))
        }
        FactorError::Sealed(error) => Err(PageError::fault(error)),
        FactorError::Common(error) => Err(error.into()),
    }
}

fn back(visit: &Visit, flash: Flash) -> Response {
    see_other_with(routes::ACCOUNT_FACTOR, flash, visit)
}

/// The way to the page, among the rest of the account.
pub fn section(locale: Locale) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{t::title(locale)}</h2>
            <p class="soft">{t::lead(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=routes::ACCOUNT_FACTOR>{t::manage(locale)}</a>
            </div>
        </section>
    }
}

fn crumbs(locale: Locale) -> Vec<Crumb> {
    vec![Crumb::new(routes::ACCOUNT, account::title(locale))]
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let state = factors::state(&visit.scope).await?;
    let known = list(&visit.scope).await?;
    let locale = visit.locale;
    Ok(Page::new(&visit, t::title(locale), || {
        view! {
            <Breadcrumbs locale crumbs=crumbs(locale) here=t::title(locale)/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {required(&visit)}
            <p>{standing(&state, &visit)}</p>
            {removal(&state, &visit)}
            {app_section(&state, &visit)}
            {passkeys::section(&visit, &known)}
            {state.since.map(|_| codes::section(state.recovery_codes, locale))}
            {state.since.map(|_| browsers::section(&visit, &state.trusted))}
        }
    })
    .narrow())
}

/// For those who load the address of a form again.
async fn to_factors() -> Response {
    see_other(routes::ACCOUNT_FACTOR)
}

async fn cancel(visit: Visit) -> Result<Response, PageError> {
    match factors::cancel_removal(&visit.scope).await {
        Ok(()) => Ok(back(&visit, Flash::FactorRemovalWithdrawn)),
        Err(RemovalError::Common(error)) => Err(error.into()),
        Err(RemovalError::Over | RemovalError::SecondPerson | RemovalError::Unconfirmed) => {
            Ok(back(&visit, Flash::FactorOver))
        }
    }
}

/// That staff are about to remove the reader's factors, and the way to stop it.
fn removal(state: &FactorState, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    state.removal_until.map(|until| {
        let until = time::date_time(until, visit);
        let content = view! {
            <p>{t::removal_of_yours(locale)} " " {t::removal_until(locale, until)}</p>
            <form method="post" action=routes::ACCOUNT_REMOVAL_CANCEL>
                <button class="btn">{t::removal_cancel(locale)}</button>
            </form>
        };
        view! { <Notice kind=NoticeKind::Wait title=t::removal_waiting(locale) content/> }
    })
}

/// That the reader's roles need what is missing.
fn required(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    visit.scope.lacks_factor().then(|| {
        let content = view! { <p>{t::required(locale)}</p> };
        view! { <Notice kind=NoticeKind::Wait title=t::required_title(locale) content/> }
    })
}

fn standing(state: &FactorState, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    match state.since {
        Some(at) => view! {
            <span class="stamp stamp--good">{t::on_since(locale)} " " <Time at visit/></span>
        }
        .into_any(),
        None => view! { <span class="stamp">{t::off(locale)}</span> }.into_any(),
    }
}

fn app_section(state: &FactorState, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let act = match state.app_since {
        Some(at) => view! {
            <p>{t::app_since(locale)} " " <Time at visit/></p>
            <form class="actions" method="post" action=routes::ACCOUNT_APP_REMOVE>
                <button class="btn btn--danger">{t::app_remove(locale)}</button>
            </form>
        }
        .into_any(),
        None => view! {
            <form class="actions" method="post" action=routes::ACCOUNT_APP>
                <button class="btn">{t::app_add(locale)}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="section">
            <h2>{t::app(locale)}</h2>
            <p class="soft">{t::app_note(locale)}</p>
            {act}
        </section>
    }
}
