//! The portal's own API: what is read is read as whoever is signed in, without a token. What changes
//! something is left to programs, and to the pages that ask what has to be asked before.

use domain::{
    catalogue::Api,
    gateway::{self, OwnTry},
};
use leptos::prelude::*;
use locales::{Locale, api as api_texts, reference as reference_texts, try_it as t};
use openapi::reference::Operation;

use super::{
    Shown, Target, Typed,
    around::program,
    fields::CallFields,
    form::{FORM, TARGET},
};
use crate::{
    components::{Notice, NoticeKind},
    web::{PageError, Visit},
};

/// The value of the button.
const PORTAL: &str = "portal";

fn is_read(operation: &Operation) -> bool {
    operation.method == "GET"
}

fn can_be_called(api: &Api, operation: &Operation) -> bool {
    api.is_own() && api.is_open() && is_read(operation)
}

/// Makes a call that reads; `None` where the page makes none.
pub async fn read(
    visit: &Visit,
    target: &Target,
    typed: &Typed,
) -> Result<Option<OwnTry>, PageError> {
    let operation = target.operation();
    if !can_be_called(&target.api, operation) {
        return Ok(None);
    }
    // No call that reads has a form with files, so nothing has a boundary.
    let mut call = typed.call(operation, "");
    let language = visit.locale.tag().to_owned();
    call.headers.push(("Accept-Language".to_owned(), language));
    let app = &visit.app;
    let made = gateway::try_own(&visit.scope, &*app.forwarder, &target.api, call).await?;
    Ok(Some(made))
}

/// The form of a call, or why there is none.
pub fn form(target: &Target, shown: &Shown, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    let operation = target.operation();
    if !target.api.is_open() {
        let content = view! { <p>{api_texts::retired_text(locale)}</p> };
        let title = api_texts::retired(locale);
        return view! { <Notice kind=NoticeKind::Bad title content/> }.into_any();
    }
    if !is_read(operation) {
        return by_program(target, locale);
    }
    let action = format!("{}#resultado", target.path());
    view! {
        <p class="soft small">{t::own_lead(locale)}</p>
        <form class="form" id=FORM method="post" action=action novalidate>
            <CallFields operation typed=&shown.typed locale/>
            <div class="actions">
                <button class="btn" name=TARGET value=PORTAL>{t::call_own(locale)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn by_program(target: &Target, locale: Locale) -> AnyView {
    let program = program(target);
    let content = view! {
        <p>{t::own_acts_text(locale)}</p>
        <p><a href=program>{reference_texts::see_program(locale)}</a></p>
    };
    view! { <Notice kind=NoticeKind::Info title=t::own_acts(locale) content/> }.into_any()
}
