//! Signing in.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{OpenedSession, SessionKind, SignInError, sign_in};
use leptos::prelude::*;
use locales::{Locale, factors, layout, sign_in as t};
use serde::Deserialize;
use validator::Validate;

use super::session_start;
use crate::{
    components::{PageHead, PasskeyButton},
    forms::{
        ErrorSummary, Errors, FieldKind, FieldLabel, Refusal, RefusalAlert, ReturnQuery,
        ReturnToField, TextField, filled, keep_return_to, message,
    },
    islands::PasswordField,
    routes,
    web::{
        Access::Anyone, KeptForm, Page, PageError, PostedForm, Site, Visit, local_path, see_other,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::SIGN_IN, show)
        .post(Anyone, routes::SIGN_IN, enter)
}

#[derive(Default, Deserialize, Validate)]
#[serde(default)]
struct Form {
    #[validate(custom(function = filled))]
    email: String,
    #[validate(length(min = 1, code = "required"))]
    password: String,
    #[serde(rename = "continuar")]
    return_to: String,
}

async fn show(
    visit: Visit,
    Query(ReturnQuery { return_to }): Query<ReturnQuery>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    match (visit.person(), local_path(&return_to)) {
        (Some(_), Some(path)) => Ok(see_other(path)),
        (Some(person), None) => Ok(see_other(
            session_start::landing(&visit.scope, person).await?,
        )),
        (None, _) => {
            let form = Form {
                return_to,
                ..kept.unwrap_or_default()
            };
            Ok(page(&visit, &form, &Errors::default(), None).into_response())
        }
    }
}

async fn enter(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let errors = Errors::of_shape(&form);
    if !errors.is_empty() {
        return Ok(page(&visit, &form, &errors, None)
            .unprocessable()
            .into_response());
    }
    let current = visit.token.as_ref();
    match sign_in(
        &visit.scope,
        visit.passwords(),
        &form.email,
        &form.password,
        &visit.device,
        current,
    )
    .await
    {
        Ok(session) => finish_sign_in(&visit, &form, &session).await,
        Err(SignInError::Credentials) => Ok(refusal_page(&visit, &form, Refusal::Credentials)),
        Err(SignInError::Throttled { retry_after }) => Ok(refusal_page(
            &visit,
            &form,
            Refusal::Throttled { retry_after },
        )),
        Err(SignInError::Overloaded(overloaded)) => Err(overloaded.into()),
        Err(SignInError::Database(error)) => Err(error.into()),
    }
}

async fn finish_sign_in(
    visit: &Visit,
    form: &Form,
    session: &OpenedSession,
) -> Result<Response, PageError> {
    if session.kind == SessionKind::AwaitingFactor {
        let answer = see_other(&keep_return_to(routes::SIGN_IN_FACTOR, &form.return_to));
        return Ok(session_start::with_session(answer, session, visit));
    }
    let path = match local_path(&form.return_to) {
        Some(path) => path,
        None => session_start::landing_of(session, visit).await?,
    };
    let answer = see_other(&session_start::by_way_of_terms(path, session));
    Ok(session_start::with_session(answer, session, visit))
}

fn refusal_page(visit: &Visit, form: &Form, refusal: Refusal) -> Response {
    refusal
        .answer(page(visit, form, &Errors::default(), Some(refusal)))
        .into_response()
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    let labels = [
        FieldLabel::new("email", t::email(locale)),
        FieldLabel::new("password", t::password(locale)),
    ];
    let lead = local_path(&form.return_to).and_then(|path| lead(path, locale));
    Page::new(visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead/>
            <form class="form" method="post" action=routes::SIGN_IN novalidate>
                {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                <ErrorSummary errors labels locale/>
                <ReturnToField return_to=&form.return_to/>
                <CredentialFields form errors locale/>
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
                <p><a href=keep_return_to(routes::FORGOTTEN, &form.return_to)>{t::forgotten_title(locale)}</a></p>
                <p class="soft">
                    {t::no_account(locale)} " " <a href=keep_return_to(routes::SIGN_UP, &form.return_to)>{layout::sign_up(locale)}</a>
                </p>
            </form>
            <form class="form" method="post" action=routes::SIGN_IN_PASSKEY>
                <ReturnToField return_to=&form.return_to/>
                <input type="hidden" name="chave-de-acesso" value=""/>
                <PasskeyButton
                    challenge=routes::SIGN_IN_PASSKEY_CHALLENGE field="chave-de-acesso"
                    label=factors::passkey_sign_in(locale) visit
                />
            </form>
        }
    })
    .narrow()
}

/// A sentence for whoever was sent here while asking for an API.
fn lead(return_to: &str, locale: Locale) -> Option<&'static str> {
    let is_request = return_to.starts_with(routes::start(routes::REQUEST_NEW));
    is_request.then(|| t::to_request(locale))
}

#[component]
fn CredentialFields<'a>(
    form: &'a Form,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <TextField
            name="email" label=t::email(locale) value=form.email.as_str() kind=FieldKind::Email
            autocomplete="username" errors locale
        />
        <PasswordField
            locale name="password".to_owned() label=t::password(locale).to_owned()
            autocomplete="current-password".to_owned()
            error=errors.get("password").map(|error| message(error, locale)) rules=false
        />
    }
}
