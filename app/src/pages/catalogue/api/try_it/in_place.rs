//! The same form and what comes of it, within the reference, where the island around the operations
//! (`app/src/islands/try_in_place.rs`) shows both below theirs.

use axum::http::HeaderMap;
use domain::gateway::{CallAnswer, CallStep};
use leptos::prelude::*;
use locales::{Locale, reference, try_it as t};
use samples::Language;

use super::{
    super::super::super::try_out::milliseconds, APPLICATION, FORM, PASSWORD, Shown, Target, Typed,
    form, outcome, own,
};
use crate::{
    components::{Notice, NoticeKind, chosen_language},
    islands::functions::{FunctionError, OF_FORM, Sent},
    web::{PostedParts, Visit, to_html},
};

/// As much as a form that is posted may have.
const MAX_BYTES: usize = 64 << 10;

/// The level of headings below that of the form.
const BELOW: u8 = 5;

/// The form of an operation's call, with what was typed, or else the examples of the document.
///
/// # Errors
/// [`FunctionError::Refused`] for what the API does not have, and when the database cannot be read.
pub async fn call_form(
    visit: Visit,
    api: &str,
    operation: &str,
    fields: Vec<(String, String)>,
) -> Result<String, FunctionError> {
    let typed = Typed::without_files((!fields.is_empty()).then_some(fields));
    let asked_for = typed.field(APPLICATION).unwrap_or_default();
    let target = Target::load(&visit, api, operation, asked_for).await?;
    let shown = Shown {
        typed,
        prompt: None,
        outcome: None,
        own: None,
        language: Language::Shell,
    };
    Ok(to_html(|| panel(&target, &shown, &visit)))
}

/// Makes the call, or asks for the password before one that is billed.
///
/// # Errors
/// As [`call_form`]; [`FunctionError::TooLarge`] for more than a form may send.
pub async fn send_call(
    visit: Visit,
    headers: &HeaderMap,
    api: &str,
    operation: &str,
    fields: Vec<(String, String)>,
) -> Result<Sent, FunctionError> {
    let size: usize = fields
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if size > MAX_BYTES {
        return Err(FunctionError::TooLarge);
    }
    let typed = Typed::without_files(Some(fields));
    send(visit, headers, api, operation, typed).await
}

/// The same by a form with files, which says in fields of its own which operation it is of, and in
/// which language it is read.
///
/// # Errors
/// As [`send_call`]; [`FunctionError::Malformed`] where it does not say so.
pub async fn send_form(
    mut visit: Visit,
    headers: &HeaderMap,
    posted: PostedParts,
) -> Result<Sent, FunctionError> {
    let typed = Typed::from(posted);
    let [api, operation, language] = OF_FORM.map(|name| typed.field(name).map(str::to_owned));
    let (Some(api), Some(operation)) = (api, operation) else {
        return Err(FunctionError::Malformed);
    };
    let mut locales = Locale::ALL.into_iter();
    if let Some(locale) = locales.find(|it| Some(it.tag()) == language.as_deref()) {
        visit.locale = locale;
    }
    send(visit, headers, &api, &operation, typed).await
}

async fn send(
    mut visit: Visit,
    headers: &HeaderMap,
    api: &str,
    operation: &str,
    mut typed: Typed,
) -> Result<Sent, FunctionError> {
    let asked_for = typed.field(APPLICATION).unwrap_or_default();
    let target = Target::load(&visit, api, operation, asked_for).await?;
    let (prompt, came) = target.calls(&mut visit, &mut typed).await?;
    let own = own::read(&visit, &target, &typed).await?;
    // Also once the password was given: it is not asked for again.
    let is_other_form = (came.is_none() && own.is_none()) || typed.field(PASSWORD).is_some();
    let shown = Shown {
        typed,
        prompt,
        outcome: came,
        own,
        language: chosen_language("", headers),
    };
    let has_outcome = shown.outcome.is_some() || shown.own.is_some();
    let outcome = has_outcome.then(|| to_html(|| outcome(&target, &shown, BELOW, &visit)));
    Ok(Sent {
        form: is_other_form.then(|| to_html(|| form(&target, &shown, &visit))),
        outcome: outcome.unwrap_or_default(),
        said: said(&shown, &visit),
    })
}

fn said(shown: &Shown, visit: &Visit) -> String {
    let locale = visit.locale;
    let answered = |call: &CallStep, answer: &CallAnswer| {
        let elapsed = milliseconds(call.elapsed, locale);
        t::answered(locale, answer.result.status, elapsed)
    };
    match (&shown.own, &shown.outcome) {
        (Some(made), _) => answered(&made.call, &made.answer),
        (None, None) => String::new(),
        (None, Some(Err(_))) => t::not_made(locale).to_owned(),
        (None, Some(Ok(made))) => answered(&made.call, &made.answer),
    }
}

fn panel(target: &Target, shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let operation = target.operation();
    let title = reference::try_it_of(locale, operation.title(locale.tag()));
    let heading = format!("{}.teste", operation.slug);
    let named_by = heading.clone();
    view! {
        <section class="try panel" tabindex="-1" aria-labelledby=named_by data-operation=operation.slug.clone()>
            <div class="split">
                <h4 id=heading>{title}</h4>
                <button type="button" class="btn btn--quiet btn--small" data-closes>{t::close(locale)}</button>
            </div>
            <div class="try__form stack">{form(target, shown, visit)}</div>
            <p class="try__said" role="status" data-sending=t::sending(locale)></p>
            {failures(visit)}
            <div class="try__outcome"></div>
        </section>
    }
}

/// What is shown where the call could not be sent, each under the name of its error.
fn failures(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let enters = view! {
        <p>{t::signed_out_text(locale)}</p>
        <p><button class="btn btn--small" form=FORM data-leaves>{t::sign_in_again(locale)}</button></p>
    };
    let failure = |name, title, content| {
        view! {
            <div data-failure=name hidden><Notice kind=NoticeKind::Bad title content/></div>
        }
    };
    let said = |text: &'static str| view! { <p>{text}</p> }.into_any();
    [
        failure("SignedOut", t::signed_out(locale), enters.into_any()),
        failure("Busy", t::busy(locale), said(t::busy_text(locale))),
        failure(
            "TooLarge",
            t::too_large(locale),
            said(t::too_large_text(locale)),
        ),
        failure("Failed", t::failed(locale), said(t::failed_text(locale))),
    ]
    .collect_view()
}
