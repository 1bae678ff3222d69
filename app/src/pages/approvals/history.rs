//! What was done to a request or an application, by whom and why.

use domain::approvals::{HistoryEntry, HistoryEvent};
use leptos::prelude::*;
use locales::{Locale, approvals as t};

use crate::{
    components::{Paragraphs, Time, time},
    web::Visit,
};

pub(super) fn section(entries: &[HistoryEntry], visit: &Visit) -> impl IntoView + use<> {
    let lines = entries
        .iter()
        .map(|entry| line(entry, visit))
        .collect_view();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::history(visit.locale)}</h2>
                <ol class="timeline" role="list">{lines}</ol>
            </section>
        }
    })
}

/// What happened last since the request was sent, for those who come by a mail of then.
pub(super) fn since_then(entries: &[HistoryEntry], visit: &Visit) -> Option<String> {
    let locale = visit.locale;
    let last = entries
        .iter()
        .find(|entry| entry.event != HistoryEvent::Submitted)?;
    let by = last.by.as_ref().map(|name| t::by(locale, name));
    let event = event_text(&last.event, locale);
    let what = by.map_or_else(|| event.clone(), |by| format!("{event} {by}"));
    Some(t::since_then(locale, what, time::date_time(last.at, visit)))
}

fn line(entry: &HistoryEntry, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let by = entry.by.as_ref().map(|name| t::by(locale, name));
    let by_party = entry.by_party.then(|| t::decided_on_own(locale));
    let said = entry
        .said
        .as_deref()
        .map(|text| view! { <Paragraphs text/> });
    view! {
        <li>
            <p>{event_text(&entry.event, locale)} " " {by}</p>
            {by_party.map(|words| view! { <p class="small">{words}</p> })}
            {said}
            <p class="soft small"><Time at=entry.at visit/></p>
        </li>
    }
}

fn event_text(event: &HistoryEvent, locale: Locale) -> String {
    let words = match event {
        HistoryEvent::Submitted => t::submitted(locale),
        HistoryEvent::Approved => t::approved(locale),
        HistoryEvent::Rejected => t::rejected(locale),
        HistoryEvent::Cancelled => t::cancelled(locale),
        HistoryEvent::PlanChanged(number) => return t::plan_changed(locale, number),
        HistoryEvent::Suspended => t::suspended(locale),
        HistoryEvent::Resumed => t::resumed(locale),
        HistoryEvent::Revoked => t::revoked(locale),
        HistoryEvent::ContractEnded => t::contract_ended(locale),
        HistoryEvent::ConditionsChanged => t::conditions_changed(locale),
        HistoryEvent::Asked => t::inquired(locale),
        HistoryEvent::Answered => t::inquiry_answered(locale),
        HistoryEvent::Withdrawn => t::inquiry_withdrawn(locale),
    };
    words.to_owned()
}
