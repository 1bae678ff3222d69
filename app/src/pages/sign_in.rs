//! Signing in.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::accounts::{OpenedSession, SignInError, sign_in};
use leptos::prelude::*;
use locales::{Locale, layout, sign_in as t};
use serde::Deserialize;
use validator::Validate;

use super::session_start;
use crate::{
    components::page_head,
    forms::{
        Errors, Onward, Refusal, TextField, by_way_of, error_summary, filled, message, onward_field,
    },
    islands::PasswordField,
    routes,
    web::{Access::Anyone, KeptForm, Page, PageError, Posted, Site, Visit, local_path, see_other},
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
    onward: String,
}

async fn show(
    visit: Visit,
    Query(Onward { onward }): Query<Onward>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    match (visit.person(), local_path(&onward)) {
        (Some(_), Some(path)) => Ok(see_other(path)),
        (Some(person), None) => Ok(see_other(
            session_start::landing(&visit.scope, person).await?,
        )),
        (None, _) => {
            let form = Form {
                onward,
                ..kept.unwrap_or_default()
            };
            Ok(page(&visit, &form, &Errors::default(), None).into_response())
        }
    }
}

async fn enter(visit: Visit, Posted(form): Posted<Form>) -> Result<Response, PageError> {
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
        Ok(session) => go_on(&visit, &form, &session).await,
        Err(SignInError::Credentials) => Ok(refused(&visit, &form, Refusal::Credentials)),
        Err(SignInError::Throttled { retry_after }) => {
            Ok(refused(&visit, &form, Refusal::Throttled { retry_after }))
        }
        Err(SignInError::Busy(busy)) => Err(busy.into()),
        Err(SignInError::Database(error)) => Err(error.into()),
    }
}

async fn go_on(visit: &Visit, form: &Form, session: &OpenedSession) -> Result<Response, PageError> {
    let path = match local_path(&form.onward) {
        Some(path) => path,
        None => session_start::landing_of(session, visit).await?,
    };
    Ok(session_start::with_session(see_other(path), session, visit))
}

fn refused(visit: &Visit, form: &Form, refusal: Refusal) -> Response {
    refusal
        .answer(page(visit, form, &Errors::default(), Some(refusal)))
        .into_response()
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    let labels = [
        ("email", t::email(locale)),
        ("password", t::password(locale)),
    ];
    let lead = local_path(&form.onward).and_then(|path| lead(path, locale));
    Page::new(visit, t::title(locale), || {
        view! {
            {page_head(t::title(locale), lead)}
            <form class="form" method="post" action=routes::SIGN_IN novalidate>
                {refusal.map(|refusal| refusal.view(locale))}
                {error_summary(errors, &labels, locale)}
                {onward_field(&form.onward)}
                {fields(form, errors, locale)}
                <div class="actions"><button class="btn">{t::submit(locale)}</button></div>
                <p><a href=by_way_of(routes::FORGOTTEN, &form.onward)>{t::forgotten_title(locale)}</a></p>
                <p class="soft">
                    {t::no_account(locale)} " " <a href=by_way_of(routes::SIGN_UP, &form.onward)>{layout::sign_up(locale)}</a>
                </p>
            </form>
        }
    })
    .narrow()
}

/// What somebody came for who was about to ask for an API.
fn lead(onward: &str, locale: Locale) -> Option<&'static str> {
    let (request, _) = routes::REQUEST_NEW.split_once('{')?;
    onward.starts_with(request).then(|| t::to_request(locale))
}

fn fields(form: &Form, errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    let email = TextField {
        name: "email",
        label: t::email(locale),
        value: form.email.clone(),
        kind: "email",
        autocomplete: "username",
        ..TextField::default()
    };
    view! {
        {email.view(errors, locale)}
        <PasswordField
            locale name="password".to_owned() label=t::password(locale).to_owned()
            autocomplete="current-password".to_owned()
            error=errors.get("password").map(|error| message(error, locale)) rules=false
        />
    }
}
