//! The kinds of events as a form offers them.

use domain::webhooks::EventKind;
use leptos::prelude::*;
use locales::{Locale, event_kinds as t, webhooks as words};

use super::words::EVENTS;
use crate::{
    components::event_name,
    forms::{FieldMessage, rows::FormState},
};

/// What events are about, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Requests,
    Applications,
    Keys,
    Apis,
    Incidents,
}

impl Subject {
    const ALL: [Self; 5] = [
        Self::Requests,
        Self::Applications,
        Self::Keys,
        Self::Apis,
        Self::Incidents,
    ];

    const fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Requests => t::about_requests(locale),
            Self::Applications => t::about_applications(locale),
            Self::Keys => t::about_keys(locale),
            Self::Apis => t::about_apis(locale),
            Self::Incidents => t::about_incidents(locale),
        }
    }
}

/// What a kind is about, and when it happens; `None` for a test, which nobody chooses.
const fn meaning(kind: EventKind, locale: Locale) -> Option<(Subject, &'static str)> {
    Some(match kind {
        EventKind::RequestSubmitted => (Subject::Requests, t::request_submitted_means(locale)),
        EventKind::RequestApproved => (Subject::Requests, t::request_approved_means(locale)),
        EventKind::RequestRejected => (Subject::Requests, t::request_rejected_means(locale)),
        EventKind::RequestCancelled => (Subject::Requests, t::request_cancelled_means(locale)),
        EventKind::InformationRequested => {
            (Subject::Requests, t::information_requested_means(locale))
        }
        EventKind::InformationGiven => (Subject::Requests, t::information_given_means(locale)),
        EventKind::ApplicationSuspended => (
            Subject::Applications,
            t::application_suspended_means(locale),
        ),
        EventKind::ApplicationResumed => {
            (Subject::Applications, t::application_resumed_means(locale))
        }
        EventKind::ApplicationRevoked => {
            (Subject::Applications, t::application_revoked_means(locale))
        }
        EventKind::KeyAdded => (Subject::Keys, t::key_added_means(locale)),
        EventKind::KeyRevoked => (Subject::Keys, t::key_revoked_means(locale)),
        EventKind::KeyExpiring => (Subject::Keys, t::key_expiring_means(locale)),
        EventKind::QuotaReached => (Subject::Keys, t::quota_reached_means(locale)),
        EventKind::VersionPublished => (Subject::Apis, t::version_published_means(locale)),
        EventKind::ApiDeprecated => (Subject::Apis, t::api_deprecated_means(locale)),
        EventKind::ApiEnding => (Subject::Apis, t::api_ending_means(locale)),
        EventKind::IncidentOpened => (Subject::Incidents, t::incident_opened_means(locale)),
        EventKind::IncidentClosed => (Subject::Incidents, t::incident_closed_means(locale)),
        EventKind::Test => return None,
    })
}

/// All kinds, below what they are about. The first carries the id that the summary links to.
#[component]
pub(super) fn EventChoices<'a>(form: &'a FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let mistake = form.mistakes.of(EVENTS).map(str::to_owned);
    let invalid = mistake.is_some();
    let error_id = invalid.then(|| format!(" {EVENTS}-error"));
    let described_by = format!("{EVENTS}-hint{}", error_id.unwrap_or_default());
    let groups = Subject::ALL.map(|subject| view! { <SubjectChoices subject form/> });
    view! {
        <fieldset class="choices" class:choices--invalid=invalid aria-describedby=described_by>
            <legend>{words::events(locale)}</legend>
            <p class="field__hint" id=format!("{EVENTS}-hint")>{words::events_hint(locale)}</p>
            <FieldMessage name=EVENTS error=mistake/>
            {groups}
        </fieldset>
    }
}

#[component]
fn SubjectChoices<'a>(subject: Subject, form: &'a FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let kinds = EventKind::selectable().filter_map(|kind| {
        let (about, means) = meaning(kind, locale)?;
        (about == subject).then_some((kind, means))
    });
    let choices = kinds.map(|(kind, means)| {
        let checked = form.typed.all(EVENTS).any(|value| value == kind.as_str());
        let id = (kind == EventKind::RequestSubmitted).then_some(EVENTS);
        view! {
            <label class="choice">
                <input type="checkbox" name=EVENTS id=id value=kind.as_str() checked=checked/>
                <span class="choice__body">
                    <span class="choice__title">{event_name(kind, locale)}</span>
                    <span class="choice__hint">{means}</span>
                </span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices">
            <legend>{subject.name(locale)}</legend>
            {choices}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_can_be_chosen_says_when_it_happens() {
        for kind in EventKind::selectable() {
            assert!(meaning(kind, Locale::PtBr).is_some(), "{kind}");
        }
        assert!(meaning(EventKind::Test, Locale::PtBr).is_none());
    }
}
