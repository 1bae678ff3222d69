//! The fields of a webhook.

use domain::{
    ids::WebhookId,
    webhooks::{EventKind, MAX_WEBHOOKS, NewWebhook, WebhookAddress, WebhookError, WebhookOwner},
};
use leptos::prelude::*;
use locales::{Locale, number, webhooks as t};

use super::{
    events::EventChoices,
    words::{EVENTS, URL, address_words},
};
use crate::{
    forms::rows::{Field, FormState, Kind, Mistakes, Typed},
    web::{PageError, Visit},
};

/// The field with the identifier that the webhook is to have.
pub(super) const ID: &str = "id";
/// The field with the revision that was seen.
pub(super) const REVISION: &str = "revisao";
/// The field of the password, where it is asked for.
pub(super) const CURRENT: &str = "current";

/// What the form of a new webhook begins with.
pub(super) fn fill_new(visit: &Visit) -> Typed {
    let id: WebhookId = visit.scope.portal.new_id();
    let mut typed = Typed::default();
    typed.add(ID, id.to_string());
    typed
}

pub(super) fn read_new(visit: &Visit, owner: WebhookOwner, typed: &Typed) -> NewWebhook {
    let id = typed.get(ID).parse();
    NewWebhook {
        id: id.unwrap_or_else(|_| visit.scope.portal.new_id()),
        owner,
        url: typed.line(URL),
        events: events(typed),
    }
}

/// The kinds that are chosen; what is no kind, no form of ours sends.
pub(super) fn events(typed: &Typed) -> Vec<EventKind> {
    let chosen = typed.all(EVENTS);
    let kinds = chosen.filter_map(|kind| kind.parse::<EventKind>().ok());
    kinds.filter(|kind| *kind != EventKind::Test).collect()
}

/// What is wrong with what was typed.
pub(super) fn mistakes(visit: &Visit, typed: &Typed) -> Mistakes {
    let mut mistakes = Mistakes::default();
    let settings = &visit.scope.portal.settings;
    if let Err(mistake) = WebhookAddress::parse(&typed.line(URL), settings) {
        mistakes.add(URL, address_words(mistake, visit.locale));
    }
    if events(typed).is_empty() {
        mistakes.add(EVENTS, t::no_events(visit.locale));
    }
    mistakes
}

/// What keeps a form from being taken.
pub(super) fn mistakes_of(error: WebhookError, locale: Locale) -> Result<Mistakes, PageError> {
    let mut mistakes = Mistakes::default();
    match error {
        WebhookError::Changed => return Ok(Mistakes::overtaken()),
        WebhookError::Address(mistake) => mistakes.add(URL, address_words(mistake, locale)),
        WebhookError::NoEvents => mistakes.add(EVENTS, t::no_events(locale)),
        WebhookError::TooMany => {
            mistakes.add(URL, t::full(locale, number::count(MAX_WEBHOOKS, locale)));
        }
        error => return Err(error.into()),
    }
    Ok(mistakes)
}

#[component]
pub(super) fn WebhookFields<'a>(form: &'a FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    view! {
        <Field
            name=URL label=t::address(locale) hint=t::address_hint(locale) kind=Kind::Code form
        />
        <EventChoices form/>
    }
}
