//! The form of a call, and the buttons that send it.

use domain::{catalogue::Plan, requests::RequestView, usage::SANDBOX_CALLS};
use leptos::prelude::*;
use locales::{Locale, number, try_it as t};

use super::{
    Shown, Target,
    body::takes_files,
    choice::{APPLICATION, is_live, used_line},
    fields::CallFields,
};
use crate::{
    components::NoUpstream,
    forms::{ErrorSummary, FieldLabel, PasswordPrompt, PasswordPromptFields, confirmation_label},
    web::Visit,
};

/// Which answer is asked for: the name of the buttons, and their values.
pub const TARGET: &str = "destino";
const SANDBOX: &str = "testes";
pub const LIVE: &str = "real";
/// The id of the form.
pub const FORM: &str = "chamada";

/// The browser comes to the result at once.
#[component]
pub fn CallForm<'a>(
    target: &'a Target,
    application: &'a RequestView,
    shown: &'a Shown,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let operation = target.operation();
    let api = &target.api;
    let action = format!("{}#resultado", target.path());
    let mut errors = shown.prompt.map(PasswordPrompt::errors).unwrap_or_default();
    let mut labels = vec![confirmation_label(locale)];
    if let Some((field, error)) = shown.typed.mistake() {
        let name = field
            .rsplit_once('.')
            .map_or(t::file(locale), |(_, name)| name);
        labels.push(FieldLabel::new(field.to_owned(), name.to_owned()));
        errors.add(field.to_owned(), error);
    }
    let enctype = takes_files(operation).then_some("multipart/form-data");
    let prompt = shown.prompt;
    let id = application.application_id.to_string();
    view! {
        {used_line(application, locale)}
        <NoUpstream api plan=application.plan locale/>
        <ErrorSummary errors=&errors labels locale/>
        <form class="form" id=FORM method="post" action=action enctype=enctype novalidate>
            <input type="hidden" name=APPLICATION value=id/>
            <CallFields operation typed=&shown.typed locale/>
            {prompt.map(|prompt| view! { <PasswordPromptFields prompt visit/> })}
            {buttons(application, prompt.is_some(), locale)}
        </form>
    }
}

/// The first one is what Enter presses: never a call that is billed, unless the password was just
/// asked for it.
fn buttons(application: &RequestView, is_asked: bool, locale: Locale) -> impl IntoView + use<> {
    let counts = counts(application, locale);
    let sandbox = (application.api.sandbox.is_some() && !is_asked).then(|| {
        view! {
            <button class="btn" name=TARGET value=SANDBOX>{t::call_sandbox(locale)}</button>
            <p class="soft small">{counts}</p>
        }
    });
    let live = is_live(application).then(|| {
        let class = if is_asked { "btn" } else { "btn btn--quiet" };
        view! {
            <button class=class name=TARGET value=LIVE>{t::call_live(locale)}</button>
            <p class="soft small">{t::counts_live(locale)}</p>
        }
    });
    view! {
        {sandbox.map(|it| view! { <div class="actions">{it}</div> })}
        {live.map(|it| view! { <div class="actions">{it}</div> })}
    }
}

/// Whose calls the sandbox takes.
fn counts(application: &RequestView, locale: Locale) -> String {
    match application.plan {
        Plan::Trial => t::counts(locale).to_owned(),
        Plan::PayPerUse => t::counts_sandbox(locale, number::count(SANDBOX_CALLS, locale)),
    }
}
