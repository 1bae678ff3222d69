//! The way out for whoever lost their second factor: one of staff asks for its removal, another one
//! confirms it.

use axum::response::{IntoResponse, Response};
use domain::{
    accounts::{
        factors::{
            FactorRemoval, RemovalError, ask_removal, confirm_removal, removal_of, withdraw_removal,
        },
        support::{self, AccountView},
    },
    ids::AccountId,
    values::Reason,
};
use leptos::prelude::*;
use locales::{Locale, common, factors as t, support as s};
use serde::Deserialize;

use super::SUPPORT;
use crate::{
    components::{Breadcrumbs, Crumb, PageHead, Paragraphs, time},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, PasswordPrompt, PendingForm, TextField},
    routes,
    web::{Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

const REASON: &str = "motivo";

pub fn routes(site: Site) -> Site {
    site.get(SUPPORT, routes::SUPPORT_FACTOR, show)
        .post(SUPPORT, routes::SUPPORT_FACTOR, ask)
        .get(SUPPORT, routes::SUPPORT_FACTOR_CONFIRM, to_removal)
        .post(SUPPORT, routes::SUPPORT_FACTOR_CONFIRM, confirm)
        .get(SUPPORT, routes::SUPPORT_FACTOR_WITHDRAW, to_removal)
        .post(SUPPORT, routes::SUPPORT_FACTOR_WITHDRAW, withdraw)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskForm {
    motivo: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ConfirmForm {
    /// The password, where it was asked for.
    current: Option<String>,
}

async fn show(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Page, PageError> {
    page(&visit, id, "", &Errors::default()).await
}

/// For those who load the address of a form again.
async fn to_removal(Ids(id): Ids<AccountId>) -> Response {
    see_other(&routes::fill(routes::SUPPORT_FACTOR, &[&id]))
}

async fn ask(
    visit: Visit,
    Ids(id): Ids<AccountId>,
    PostedForm(form): PostedForm<AskForm>,
) -> Result<Response, PageError> {
    let mut errors = Errors::default();
    let Some(reason) = errors.check(REASON, Reason::parse(&form.motivo)) else {
        let page = page(&visit, id, &form.motivo, &errors).await?;
        return Ok(page.unprocessable().into_response());
    };
    let asked = ask_removal(&visit.scope, id, &reason).await;
    answer(&visit, id, asked, Flash::FactorRemovalAsked)
}

async fn confirm(
    mut visit: Visit,
    Ids(id): Ids<AccountId>,
    PostedForm(form): PostedForm<ConfirmForm>,
) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let pending = PendingForm {
            what: t::removal_to_confirm(visit.locale),
            action: routes::fill(routes::SUPPORT_FACTOR_CONFIRM, &[&id]),
            fields: vec![],
            cancel: routes::fill(routes::SUPPORT_FACTOR, &[&id]),
        };
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let confirmed = confirm_removal(&visit.scope, id).await;
    answer(&visit, id, confirmed, Flash::FactorRemovalConfirmed)
}

async fn withdraw(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Response, PageError> {
    let withdrawn = withdraw_removal(&visit.scope, id).await;
    answer(&visit, id, withdrawn, Flash::FactorRemovalWithdrawn)
}

/// Back to the account, saying what was done.
fn answer(
    visit: &Visit,
    id: AccountId,
    outcome: Result<(), RemovalError>,
    done: Flash,
) -> Result<Response, PageError> {
    let flash = match outcome {
        Ok(()) => done,
        Err(RemovalError::Over) => Flash::FactorRemovalOver,
        Err(RemovalError::SecondPerson) => Flash::FactorRemovalSecond,
        // The page asks before.
        Err(RemovalError::Unconfirmed) => return Err(PageError::Forbidden),
        Err(RemovalError::Common(error)) => return Err(error.into()),
    };
    let account = routes::fill(routes::SUPPORT_ACCOUNT, &[&id]);
    Ok(see_other_with(&account, flash, visit))
}

async fn page(
    visit: &Visit,
    id: AccountId,
    typed: &str,
    errors: &Errors,
) -> Result<Page, PageError> {
    let view = support::view(&visit.scope, id).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let waiting = removal_of(&visit.scope, id).await?;
    let locale = visit.locale;
    let title = t::removal(locale);
    Ok(Page::new(visit, title, || {
        let account = routes::fill(routes::SUPPORT_ACCOUNT, &[&id]);
        let crumbs = vec![
            Crumb::new(routes::SUPPORT, s::title(locale)),
            Crumb::new(account, view.account.full_name()),
        ];
        let content = match &waiting {
            Some(removal) => waiting_section(visit, id, removal).into_any(),
            None => ask_form(&view, typed, errors, locale).into_any(),
        };
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=t::removal_hint(locale)/>
            {content}
        }
    })
    .narrow())
}

fn ask_form(
    view: &AccountView,
    typed: &str,
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let labels = [FieldLabel::new(REASON, t::removal_reason(locale))];
    let account = routes::fill(routes::SUPPORT_ACCOUNT, &[&view.account.id]);
    let action = routes::fill(routes::SUPPORT_FACTOR, &[&view.account.id]);
    view! {
        <form class="form" method="post" action=action novalidate>
            <ErrorSummary errors labels locale/>
            <TextField
                name=REASON label=t::removal_reason(locale) value=typed
                hint=t::removal_reason_hint(locale) kind=FieldKind::Paragraphs errors locale
            />
            <div class="actions">
                <button class="btn btn--danger">{t::removal_ask(locale)}</button>
                <a class="btn btn--quiet" href=account>{common::cancel(locale)}</a>
            </div>
        </form>
    }
}

fn waiting_section(visit: &Visit, id: AccountId, removal: &FactorRemoval) -> impl IntoView + use<> {
    let locale = visit.locale;
    let confirm = routes::fill(routes::SUPPORT_FACTOR_CONFIRM, &[&id]);
    let withdraw = routes::fill(routes::SUPPORT_FACTOR_WITHDRAW, &[&id]);
    let asked_at = time::date_time(removal.asked_at, visit);
    let until = time::date_time(removal.until, visit);
    let button = removal.may_confirm.then(|| {
        view! {
            <form method="post" action=confirm>
                <button class="btn btn--danger">{t::removal_confirm(locale)}</button>
            </form>
        }
    });
    let other = (!removal.may_confirm).then(|| view! { <p>{t::removal_second(locale)}</p> });
    view! {
        <section class="panel">
            <h2>{t::removal_waiting(locale)}</h2>
            <p>{t::removal_asked(locale, &removal.asked_by, asked_at)} " " {t::removal_until(locale, until)}</p>
            <Paragraphs text=&removal.reason/>
            {other}
            <div class="actions">
                {button}
                <form method="post" action=withdraw>
                    <button class="btn btn--quiet">{t::removal_withdraw(locale)}</button>
                </form>
            </div>
        </section>
    }
}
