//! The second step of a sign-in: a code, after the right password.

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    OwnFactors,
    accounts::{
        OpenedSession, SessionKind,
        factors::{CompleteError, GivenFactor, complete_sign_in},
        passkeys,
    },
};
use leptos::prelude::*;
use locales::{Locale, factors as t};
use serde::Deserialize;

use super::session_start;
use crate::{
    components::{PageHead, PasskeyButton},
    forms::{
        ErrorSummary, Errors, FieldError, FieldKind, FieldLabel, Refusal, RefusalAlert,
        ReturnQuery, ReturnToField, TextField, keep_return_to,
    },
    routes,
    web::{
        Access::Factor, Page, PageError, PostedForm, Site, Visit, local_path, no_store_json,
        see_other,
    },
};

const CODE: &str = "verificacao";
const RECOVERY_CODE: &str = "recuperacao";

pub fn routes(site: Site) -> Site {
    site.get(Factor, routes::SIGN_IN_FACTOR, show)
        .post(Factor, routes::SIGN_IN_FACTOR, enter)
        .get(Factor, routes::SIGN_IN_FACTOR_CHALLENGE, challenge)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    verificacao: String,
    recuperacao: String,
    #[serde(rename = "chave-de-acesso")]
    passkey: String,
    confiar: bool,
    #[serde(rename = "continuar")]
    return_to: String,
}

impl Form {
    /// What was given, and the field beside which the page says what is wrong with it. What was
    /// typed comes before the answer of a passkey, which may be left from an earlier try.
    fn given(&self, factors: OwnFactors) -> (&'static str, &str) {
        let first = if factors.has_app { CODE } else { RECOVERY_CODE };
        if factors.has_app && !self.verificacao.trim().is_empty() {
            (CODE, &self.verificacao)
        } else if !self.recuperacao.trim().is_empty() {
            (RECOVERY_CODE, &self.recuperacao)
        } else {
            (first, &self.passkey)
        }
    }
}

async fn show(
    visit: Visit,
    Query(ReturnQuery { return_to }): Query<ReturnQuery>,
) -> Result<Response, PageError> {
    if !is_waiting(&visit) {
        return to_start(&visit).await;
    }
    let form = Form {
        return_to,
        ..Form::default()
    };
    Ok(page(&visit, &form, &Errors::default(), None).into_response())
}

async fn enter(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    if !is_waiting(&visit) {
        return to_start(&visit).await;
    }
    let (field, code) = form.given(visit.scope.factors());
    if code.trim().is_empty() {
        return Ok(wrong(&visit, &form, field, FieldError::Required));
    }
    let given = GivenFactor {
        code,
        trusts_browser: form.confiar,
        device: &visit.device,
    };
    match complete_sign_in(&visit.scope, visit.passwords(), given).await {
        Ok(session) => finish(&visit, &form.return_to, &session).await,
        Err(CompleteError::WrongCode) => Ok(wrong(&visit, &form, field, FieldError::CodeWrong)),
        Err(CompleteError::Throttled { retry_after }) => {
            let refusal = Refusal::Throttled { retry_after };
            let page = page(&visit, &form, &Errors::default(), Some(refusal));
            Ok(refusal.answer(page).into_response())
        }
        Err(CompleteError::Sealed(error)) => Err(PageError::fault(error)),
        Err(CompleteError::Common(error)) => Err(error.into()),
    }
}

/// What asks for one of the reader's passkeys, for the script.
async fn challenge(visit: Visit) -> Result<Response, PageError> {
    let asked = passkeys::challenge_of_account(&visit.scope, visit.vault()).await;
    Ok(no_store_json(asked?))
}

fn is_waiting(visit: &Visit) -> bool {
    visit.session == Some(SessionKind::AwaitingFactor)
}

/// Whoever is in already goes on.
async fn to_start(visit: &Visit) -> Result<Response, PageError> {
    match visit.person() {
        Some(person) => Ok(see_other(
            session_start::landing(&visit.scope, person).await?,
        )),
        None => Ok(see_other(routes::SIGN_IN)),
    }
}

async fn finish(
    visit: &Visit,
    return_to: &str,
    session: &OpenedSession,
) -> Result<Response, PageError> {
    let path = match local_path(return_to) {
        Some(path) => path,
        None => session_start::landing_of(session, visit).await?,
    };
    let answer = see_other(&session_start::by_way_of_terms(path, session));
    Ok(session_start::with_session(answer, session, visit))
}

fn wrong(visit: &Visit, form: &Form, field: &'static str, error: FieldError) -> Response {
    let errors = Errors::of(field, error);
    page(visit, form, &errors, None)
        .unprocessable()
        .into_response()
}

fn page(visit: &Visit, form: &Form, errors: &Errors, refusal: Option<Refusal>) -> Page {
    let locale = visit.locale;
    let factors = visit.scope.factors();
    // Whoever waited too long goes on from there as well.
    let action = keep_return_to(routes::SIGN_IN_FACTOR, &form.return_to);
    let labels = [
        FieldLabel::new(CODE, t::code(locale)),
        FieldLabel::new(RECOVERY_CODE, t::recovery_code(locale)),
    ];
    Page::new(visit, t::ask_title(locale), || {
        view! {
            <PageHead title=t::ask_title(locale) lead=lead(factors, locale)/>
            <form class="form" method="post" action=action novalidate>
                {refusal.map(|refusal| view! { <RefusalAlert refusal locale/> })}
                <ErrorSummary errors labels locale/>
                <ReturnToField return_to=&form.return_to/>
                {factors.has_app.then(|| app_code(errors, locale))}
                {factors.has_passkey.then(|| passkey(visit))}
                {recovery(errors, factors, locale)}
                <label class="check">
                    <input type="checkbox" name="confiar" value="true" checked=form.confiar/>
                    {t::trust(locale)}
                </label>
                <p class="soft small">{t::trust_hint(locale)}</p>
                <div class="actions"><button class="btn">{t::ask_submit(locale)}</button></div>
                <p class="soft">{t::lost(locale)} " " <a href=routes::CONTACT>{t::contact(locale)}</a></p>
                <p><a href=keep_return_to(routes::SIGN_IN, &form.return_to)>{t::start_again(locale)}</a></p>
            </form>
        }
    })
    .narrow()
    .secret()
}

/// What to give, by what the reader has.
fn lead(factors: OwnFactors, locale: Locale) -> &'static str {
    match (factors.has_app, factors.has_passkey) {
        (true, true) => t::ask_lead_both(locale),
        (false, true) => t::ask_lead_passkey(locale),
        (_, false) => t::ask_lead(locale),
    }
}

fn app_code(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    view! {
        <TextField
            name=CODE label=t::code(locale) value="" kind=FieldKind::Number
            autocomplete="one-time-code" mono=true errors locale
        />
    }
}

fn passkey(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <input type="hidden" name="chave-de-acesso" value=""/>
        <PasskeyButton
            challenge=routes::SIGN_IN_FACTOR_CHALLENGE field="chave-de-acesso"
            label=t::passkey_use(locale) visit
        />
        <noscript><p>{t::passkey_script(locale)}</p></noscript>
    }
}

/// Folded away until the app is out of reach.
fn recovery(errors: &Errors, factors: OwnFactors, locale: Locale) -> impl IntoView + use<> {
    let open = !factors.has_app || errors.get(RECOVERY_CODE).is_some();
    let field = view! {
        <TextField
            name=RECOVERY_CODE label=t::recovery_code(locale) value="" autocomplete="off"
            hint=t::recovery_hint(locale) mono=true errors locale
        />
    };
    view! {
        <details open=open>
            <summary>{t::use_recovery(locale)}</summary>
            {field}
        </details>
    }
}
