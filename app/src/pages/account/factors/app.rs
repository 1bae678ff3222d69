//! Adding and removing the authenticator app.

use axum::response::{IntoResponse, Response};
use domain::accounts::factors::{
    FactorError, TotpSecret, begin_app, confirm_app, pending_app, remove_app,
};
use leptos::prelude::*;
use locales::{Locale, common, factors as t};
use serde::Deserialize;
use validator::Validate;

use super::{ConfirmedForm, back, codes, crumbs, pending, qr::QrCode, refused, to_factors};
use crate::{
    components::{Breadcrumbs, Crumb, Key, PageHead},
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, PasswordPrompt, TextField, filled,
    },
    routes,
    web::{Access::Member, Flash, Page, PageError, PostedForm, Site, Visit, see_other},
};

const CODE: &str = "verificacao";

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_APP, show)
        .post(Member, routes::ACCOUNT_APP, begin)
        .get(Member, routes::ACCOUNT_APP_CONFIRM, to_secret)
        .post(Member, routes::ACCOUNT_APP_CONFIRM, confirm)
        .get(Member, routes::ACCOUNT_APP_REMOVE, to_factors)
        .post(Member, routes::ACCOUNT_APP_REMOVE, remove)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    #[validate(custom(function = filled))]
    verificacao: String,
}

async fn begin(
    mut visit: Visit,
    PostedForm(form): PostedForm<ConfirmedForm>,
) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let pending = pending(t::app_to_add(visit.locale), routes::ACCOUNT_APP);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    match begin_app(&visit.scope, visit.vault()).await {
        Ok(()) => Ok(see_other(routes::ACCOUNT_APP)),
        Err(error) => refused(&visit, error),
    }
}

/// The secret that waits for its first code; whoever has none goes back to begin.
async fn show(visit: Visit) -> Result<Response, PageError> {
    match pending_app(&visit.scope, visit.vault()).await {
        Ok(Some(secret)) => Ok(page(&visit, &secret, &Errors::default()).into_response()),
        Ok(None) | Err(FactorError::Unconfirmed) => Ok(see_other(routes::ACCOUNT_FACTOR)),
        Err(error) => refused(&visit, error),
    }
}

/// For those who load the address of the form again.
async fn to_secret() -> Response {
    see_other(routes::ACCOUNT_APP)
}

async fn confirm(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let errors = Errors::of_shape(&form);
    if !errors.is_empty() {
        return again(&visit, &errors).await;
    }
    match confirm_app(&visit.scope, visit.vault(), &form.verificacao).await {
        Ok(made) => Ok(codes::page(&visit, &made).into_response()),
        Err(FactorError::WrongCode) => {
            again(&visit, &Errors::of(CODE, FieldError::CodeWrong)).await
        }
        Err(error) => refused(&visit, error),
    }
}

async fn again(visit: &Visit, errors: &Errors) -> Result<Response, PageError> {
    match pending_app(&visit.scope, visit.vault()).await {
        Ok(Some(secret)) => Ok(page(visit, &secret, errors).unprocessable().into_response()),
        Ok(None) => Ok(back(visit, Flash::FactorOver)),
        Err(error) => refused(visit, error),
    }
}

async fn remove(
    mut visit: Visit,
    PostedForm(form): PostedForm<ConfirmedForm>,
) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let what = if visit.scope.factors().has_passkey {
            t::app_to_remove_beside(visit.locale)
        } else {
            t::app_to_remove(visit.locale)
        };
        let pending = pending(what, routes::ACCOUNT_APP_REMOVE);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    match remove_app(&visit.scope).await {
        Ok(()) => Ok(back(&visit, Flash::FactorAppRemoved)),
        Err(error) => refused(&visit, error),
    }
}

fn page(visit: &Visit, secret: &TotpSecret, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::app_add(locale);
    Page::new(visit, title, || {
        let mut crumbs = crumbs(locale);
        crumbs.push(Crumb::new(routes::ACCOUNT_FACTOR, t::title(locale)));
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title/>
            {secret_section(visit, secret)}
            {code_form(errors, locale)}
        }
    })
    .narrow()
    .secret()
}

fn secret_section(visit: &Visit, secret: &TotpSecret) -> impl IntoView + use<> {
    let locale = visit.locale;
    let brand = &visit.app.services.portal.settings.brand_name;
    let account = visit.person().map(|person| person.email.clone());
    let uri = secret.uri(brand, &account.unwrap_or_default());
    view! {
        <section class="section">
            <h2>{t::scan(locale)}</h2>
            <p>{t::scan_note(locale)}</p>
            <QrCode text=&uri label=t::qr(locale)/>
            <p>{t::by_hand(locale)}</p>
            <dl class="keys">
                <Key
                    id="chave-do-aplicativo".to_owned() name=t::secret(locale)
                    value=secret.grouped() locale
                />
            </dl>
            <p><a href=uri.clone()>{t::open_app(locale)}</a></p>
        </section>
    }
}

fn code_form(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let labels = [FieldLabel::new(CODE, t::code(locale))];
    view! {
        <section class="section">
            <h2>{t::prove(locale)}</h2>
            <form class="form" method="post" action=routes::ACCOUNT_APP_CONFIRM novalidate>
                <ErrorSummary errors labels locale/>
                <TextField
                    name=CODE label=t::code(locale) value="" kind=FieldKind::Number
                    autocomplete="one-time-code" mono=true errors locale
                />
                <div class="actions">
                    <button class="btn">{t::confirm(locale)}</button>
                    <a class="btn btn--quiet" href=routes::ACCOUNT_FACTOR>{common::cancel(locale)}</a>
                </div>
            </form>
        </section>
    }
}
