//! The words for states and plans, and the stamp that shows a state.

use domain::{
    catalogue::{Plan, Snapshot},
    clients::PortalScope,
    requests::{RequestKind, Status},
};
use leptos::prelude::*;
use locales::{Locale, terms as t};

/// What a plan is called.
#[must_use]
pub const fn plan(plan: Plan, locale: Locale) -> &'static str {
    match plan {
        Plan::Trial => t::plan_trial(locale),
        Plan::PayPerUse => t::plan_pay_per_use(locale),
    }
}

/// The plan that a request asks for, or that it asks to change the plan.
#[must_use]
pub const fn requested_plan(kind: RequestKind, to: Plan, locale: Locale) -> &'static str {
    match kind {
        RequestKind::Access => plan(to, locale),
        RequestKind::PlanChange => t::plan_upgrade(locale),
    }
}

/// What a scope of a client opens: an API by its name, or the portal's own API.
#[must_use]
pub fn scope(scope: &str, apis: &Snapshot, locale: Locale) -> String {
    if let Ok(own) = scope.parse() {
        return portal_scope(own, locale).to_owned();
    }
    let api = apis.by_slug(scope);
    api.map_or_else(|| scope.to_owned(), |api| api.text(locale).name.clone())
}

#[must_use]
pub const fn portal_scope(scope: PortalScope, locale: Locale) -> &'static str {
    match scope {
        PortalScope::Read => t::scope_portal_read(locale),
        PortalScope::Write => t::scope_portal_write(locale),
    }
}

/// What a status is called.
#[must_use]
pub const fn status(status: Status, locale: Locale) -> &'static str {
    match status {
        Status::Pending => t::state_pending(locale),
        Status::AwaitingApplicant => t::state_awaiting_applicant(locale),
        Status::Approved => t::state_approved(locale),
        Status::Rejected => t::state_rejected(locale),
        Status::Cancelled => t::state_cancelled(locale),
        Status::Suspended => t::state_suspended(locale),
        Status::Revoked => t::state_revoked(locale),
    }
}

/// The status as a stamp: a word, a shape and a colour.
#[component]
pub fn StatusStamp(of: Status, locale: Locale) -> impl IntoView {
    view! { <span class=stamp_class(of)>{status(of, locale)}</span> }
}

/// The stamp of a request that is still being written.
#[component]
pub fn DraftStamp(locale: Locale) -> impl IntoView {
    view! { <span class="stamp stamp--draft">{t::state_draft(locale)}</span> }
}

/// The classes of the stamp of a status, for stamps with more text than its name.
#[must_use]
pub const fn stamp_class(status: Status) -> &'static str {
    match status {
        Status::Pending | Status::AwaitingApplicant => "stamp stamp--wait",
        Status::Approved => "stamp stamp--good",
        Status::Rejected | Status::Revoked => "stamp stamp--bad",
        Status::Suspended => "stamp stamp--paused",
        Status::Cancelled => "stamp stamp--off",
    }
}
