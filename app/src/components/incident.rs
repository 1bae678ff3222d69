//! Words and marks for incidents and for how things work, and the notice of those that are open.

use domain::{
    catalogue::Api,
    status::{ComponentState, Incident, IncidentKind, IncidentStage},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, status as t};

use super::{Notice, NoticeKind, time};
use crate::{routes, web::Visit};

pub const fn kind_name(kind: IncidentKind, locale: Locale) -> &'static str {
    match kind {
        IncidentKind::Interruption => t::interruption(locale),
        IncidentKind::Degradation => t::degradation(locale),
        IncidentKind::Maintenance => t::planned_maintenance(locale),
    }
}

pub const fn stage_name(stage: IncidentStage, locale: Locale) -> &'static str {
    match stage {
        IncidentStage::Investigating => t::investigating(locale),
        IncidentStage::Identified => t::identified(locale),
        IncidentStage::Monitoring => t::monitoring(locale),
        IncidentStage::Resolved => t::resolved(locale),
        IncidentStage::Scheduled => t::scheduled(locale),
        IncidentStage::InProgress => t::in_progress(locale),
        IncidentStage::Completed => t::completed(locale),
        IncidentStage::Cancelled => t::cancelled(locale),
    }
}

pub const fn component_state_name(state: ComponentState, locale: Locale) -> &'static str {
    match state {
        ComponentState::Operating => t::operating(locale),
        ComponentState::Maintenance => t::maintenance(locale),
        ComponentState::Degraded => t::degraded(locale),
        ComponentState::Interrupted => t::interrupted(locale),
    }
}

const fn stamp_class(state: ComponentState) -> &'static str {
    match state {
        ComponentState::Operating => "stamp stamp--good",
        ComponentState::Maintenance => "stamp stamp--paused",
        ComponentState::Degraded => "stamp stamp--wait",
        ComponentState::Interrupted => "stamp stamp--bad",
    }
}

#[component]
pub fn ComponentStamp(state: ComponentState, locale: Locale) -> impl IntoView {
    view! { <span class=stamp_class(state)>{component_state_name(state, locale)}</span> }
}

/// What kind of incident it is, marked as what it concerns is.
#[component]
pub fn IncidentStamp(kind: IncidentKind, locale: Locale) -> impl IntoView {
    view! { <span class=stamp_class(kind.state())>{kind_name(kind, locale)}</span> }
}

/// The language of what a reader of another one gets instead; `None` where it is theirs.
pub fn other_language(text: &Translated, reader: Locale) -> Option<&'static str> {
    text.get(reader).is_none().then(|| Locale::default().tag())
}

/// Where an incident stands on the page of the status.
pub fn incident_anchor(incident: &Incident) -> String {
    format!("incidente-{}", incident.id)
}

pub fn incident_address(incident: &Incident) -> String {
    format!("{}#{}", routes::STATUS, incident_anchor(incident))
}

/// "Desde 21 de novembro de 2026, 9h05", or from then until the end that is known.
pub fn incident_times(incident: &Incident, visit: &Visit) -> String {
    let locale = visit.locale;
    let begin = time::date_time(incident.begins_at, visit);
    match incident.end() {
        Some(end) => t::from_to(locale, begin, time::date_time(end, visit)),
        None => t::since(locale, begin),
    }
}

/// Says that incidents of an API are open, and where they are told of.
#[component]
pub fn IncidentNotices<'a>(api: &'a Api, visit: &'a Visit) -> impl IntoView + use<> {
    let snapshot = visit.app.services.status.current();
    let open = snapshot.open_for(api.id, visit.scope.now());
    open.map(|incident| notice(incident, visit)).collect_view()
}

fn notice(incident: &Incident, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let lang = other_language(&incident.title, locale);
    let title = incident.title.text_for(locale).to_owned();
    let stage = stage_name(incident.stage(), locale);
    let content = view! {
        <p><span lang=lang>{title}</span> " · " {stage}</p>
        <p><a href=incident_address(incident)>{t::see_incident(locale)}</a></p>
    };
    let kind = match incident.kind {
        IncidentKind::Interruption => NoticeKind::Bad,
        IncidentKind::Degradation | IncidentKind::Maintenance => NoticeKind::Wait,
    };
    view! { <Notice kind title=kind_name(incident.kind, locale) content/> }
}
