//! What webhooks are told of, in words.

use domain::webhooks::EventKind;
use locales::{Locale, event_kinds as t};

/// What a kind of event is called.
#[must_use]
pub const fn event_name(kind: EventKind, locale: Locale) -> &'static str {
    match kind {
        EventKind::RequestSubmitted => t::request_submitted(locale),
        EventKind::RequestApproved => t::request_approved(locale),
        EventKind::RequestRejected => t::request_rejected(locale),
        EventKind::RequestCancelled => t::request_cancelled(locale),
        EventKind::InformationRequested => t::information_requested(locale),
        EventKind::InformationGiven => t::information_given(locale),
        EventKind::ApplicationSuspended => t::application_suspended(locale),
        EventKind::ApplicationResumed => t::application_resumed(locale),
        EventKind::ApplicationRevoked => t::application_revoked(locale),
        EventKind::KeyAdded => t::key_added(locale),
        EventKind::KeyRevoked => t::key_revoked(locale),
        EventKind::KeyExpiring => t::key_expiring(locale),
        EventKind::QuotaReached => t::quota_reached(locale),
        EventKind::VersionPublished => t::version_published(locale),
        EventKind::ApiDeprecated => t::api_deprecated(locale),
        EventKind::ApiEnding => t::api_ending(locale),
        EventKind::IncidentOpened => t::incident_opened(locale),
        EventKind::IncidentClosed => t::incident_closed(locale),
        EventKind::Test => t::test(locale),
    }
}
