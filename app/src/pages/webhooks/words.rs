//! What webhooks and their states are called, and what is wrong with what was typed.

use domain::webhooks::{AddressMistake, DeliveryState, EventKind, MAX_URL, PauseCause, Webhook};
use leptos::prelude::*;
use locales::{Locale, names, number, webhook_log as log, webhooks as t};

use crate::{
    components::{Ago, event_name},
    web::Visit,
};

/// The fields.
pub(super) const URL: &str = "endereco";
pub(super) const EVENTS: &str = "eventos";
/// How many kinds are named; of more their number is told.
const NAMED: usize = 3;

pub(super) fn address_words(mistake: AddressMistake, locale: Locale) -> String {
    match mistake {
        AddressMistake::Missing => t::address_missing(locale).to_owned(),
        AddressMistake::TooLong => t::address_long(locale, count(MAX_URL, locale)),
        AddressMistake::Malformed => t::address_malformed(locale).to_owned(),
        AddressMistake::NotHttps => t::address_not_https(locale).to_owned(),
        AddressMistake::NotPublic => t::address_not_public(locale).to_owned(),
    }
}

pub(super) fn count(number: usize, locale: Locale) -> String {
    number::count(number as u64, locale)
}

/// Host and path, by which people know the webhook.
pub(super) fn short(webhook: &Webhook) -> &str {
    let url = webhook.url.as_str();
    let short = url.strip_prefix("https://").unwrap_or(url);
    short.strip_suffix('/').unwrap_or(short)
}

/// What a webhook listens to, in a few words.
pub(super) fn events_in_short(webhook: &Webhook, locale: Locale) -> String {
    let (chosen, all) = (webhook.events.len(), EventKind::selectable().count());
    if chosen == all {
        t::all_events(locale).to_owned()
    } else if chosen <= NAMED {
        event_names(webhook, locale)
    } else {
        t::some_events(locale, count(chosen, locale), count(all, locale))
    }
}

pub(super) fn event_names(webhook: &Webhook, locale: Locale) -> String {
    let kinds = webhook.events.iter();
    let kinds: Vec<_> = kinds.map(|kind| event_name(*kind, locale)).collect();
    names::joined(&kinds, locale)
}

const fn cause_words(cause: PauseCause, locale: Locale) -> &'static str {
    match cause {
        PauseCause::Person => t::paused_by_person(locale),
        PauseCause::Failing => t::paused_failing(locale),
        PauseCause::Gone => t::paused_gone(locale),
    }
}

/// The state of a webhook, with why it is paused or since when it fails.
#[component]
pub(super) fn WebhookState<'a>(webhook: &'a Webhook, visit: &'a Visit) -> AnyView {
    let locale = visit.locale;
    match (webhook.paused, webhook.failing_since) {
        (Some((_, cause)), _) => view! {
            <span class="stamp stamp--paused">{t::paused(locale)}</span> " "
            <span class="soft small">{cause_words(cause, locale)}</span>
        }
        .into_any(),
        (None, Some(since)) => view! {
            <span class="stamp stamp--bad">{t::failing(locale)}</span> " "
            <span class="soft small"><Ago since visit/></span>
        }
        .into_any(),
        (None, None) => {
            view! { <span class="stamp stamp--good">{t::active(locale)}</span> }.into_any()
        }
    }
}

#[component]
pub(super) fn DeliveryStamp(state: DeliveryState, locale: Locale) -> impl IntoView {
    let (class, word) = match state {
        DeliveryState::Pending => ("stamp stamp--wait", log::pending(locale)),
        DeliveryState::Delivered => ("stamp stamp--good", log::delivered(locale)),
        DeliveryState::GivenUp => ("stamp stamp--bad", log::given_up(locale)),
    };
    view! { <span class=class>{word}</span> }
}
