//! One application as a ticket that unfolds: how it stands, what to do next, its keys.

use domain::{
    applications::{ApplicationView, State, UpgradeView},
    credentials::RevealedKeys,
    usage::QuotaView,
};
use leptos::prelude::*;
use locales::{
    Locale, applications as t, request_done as done, terms as words, upgrade as upgrades,
};

use super::{
    keys,
    links::links,
    reveal::LockedKey,
    sandbox::{self, KeysPage},
};
use crate::{
    components::{Notice, age, facts, quota_meter, terms, time},
    pages::request::done_path,
    routes,
    web::Visit,
};

/// The keys that a page shows because they were asked for.
#[derive(Clone, Copy)]
pub(super) enum DisplayedKeys<'a> {
    Keys(&'a RevealedKeys),
    /// Once the password was given.
    Locked(LockedKey),
    Sandbox(&'a RevealedKeys),
}

/// Its id stands within what unfolds: a browser that follows a link to it then opens the ticket,
/// which it would not for an id on the ticket itself (HTML, "ancestor revealing algorithm").
pub(super) fn ticket(
    application: &ApplicationView,
    quota: Option<&QuotaView>,
    open: bool,
    shown: Option<DisplayedKeys<'_>>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let number = application
        .number
        .as_ref()
        .map(|number| words::request_number(locale, number));
    view! {
        <details class="ticket" open=open>
            <summary class="ticket__head">
                <div>
                    <p class="ticket__number">{number}</p>
                    <h2 class="ticket__title">{application.name.clone()}</h2>
                    <p class="soft small">
                        {application.api.text(locale).name.clone()} "\u{a0}· " {terms::plan(application.plan, locale)}
                    </p>
                </div>
                {stamp(application, visit)}
            </summary>
            <hr class="tear"/>
            <div class="stub" id=application.id.to_string()>
                {whats_next(application, shown, visit)}
                {quota.map(|quota| quota_meter(quota, visit))}
                {request_facts(application, visit)}
            </div>
        </details>
    }
}

fn stamp(application: &ApplicationView, visit: &Visit) -> AnyView {
    match (application.state, application.submitted_at) {
        (State::Pending, Some(since)) => view! {
            <span class=terms::stamp_class(State::Pending)>
                {words::state_pending(visit.locale)} "\u{a0}· " {age::age(since, visit.scope.now(), visit.locale)}
            </span>
        }
        .into_any(),
        (state, _) => terms::stamp(state, visit.locale).into_any(),
    }
}

fn whats_next(
    application: &ApplicationView,
    shown: Option<DisplayedKeys<'_>>,
    visit: &Visit,
) -> AnyView {
    let locale = visit.locale;
    match application.state {
        State::Draft => ().into_any(),
        State::Pending => pending(application, shown, visit).into_any(),
        State::Approved => approved(application, shown, visit).into_any(),
        State::Rejected => rejected(application, locale).into_any(),
        State::Cancelled => cancelled(locale).into_any(),
        State::Suspended => suspended(application, locale).into_any(),
        State::Revoked => revoked(application, locale).into_any(),
    }
}

fn approved(
    application: &ApplicationView,
    shown: Option<DisplayedKeys<'_>>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let sandbox = match shown {
        Some(DisplayedKeys::Sandbox(keys)) => Some(keys),
        _ => None,
    };
    view! {
        {application.upgrade.as_ref().map(|request| upgrade(request, visit))}
        {links(application, visit.locale)}
        {keys::keys(application, shown, visit)}
        {sandbox.map(|keys| sandbox::section(application, Some(keys), KeysPage::Ticket, visit))}
    }
}

/// The plan is about to change, perhaps.
fn upgrade(request: &UpgradeView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let follow = done_path(request.id);
    let content = view! { <p><a href=follow>{t::follow(locale)}</a></p> };
    Notice::Wait.view(upgrades::pending(locale), content)
}

/// The wait, and what can be tried meanwhile.
fn pending(
    application: &ApplicationView,
    shown: Option<DisplayedKeys<'_>>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let keys = match shown {
        Some(DisplayedKeys::Sandbox(keys)) => Some(keys),
        _ => None,
    };
    view! {
        {waiting(application, visit.locale)}
        {sandbox::section(application, keys, KeysPage::Ticket, visit)}
    }
}

fn waiting(application: &ApplicationView, locale: Locale) -> impl IntoView + use<> {
    let follow = routes::fill(routes::REQUEST_DONE, &[&application.id]);
    let content = view! {
        <p>{done::pending_next(locale)}</p>
        <p><a href=follow>{t::follow(locale)}</a></p>
    };
    Notice::Wait.view(done::pending_who(locale), content)
}

fn rejected(application: &ApplicationView, locale: Locale) -> impl IntoView + use<> {
    let correct = routes::fill(routes::REQUEST_CORRECT, &[&application.id]);
    let content = view! {
        {application.reason.as_deref().map(facts::paragraphs)}
        <form class="actions" method="post" action=correct>
            <button class="btn btn--small">{done::correct(locale)}</button>
        </form>
    };
    Notice::Bad.view(t::rejected_reason(locale), content)
}

fn cancelled(locale: Locale) -> impl IntoView {
    let content = view! { <p>{done::cancelled_text(locale)}</p> };
    Notice::Info.view(done::cancelled(locale), content)
}

fn suspended(application: &ApplicationView, locale: Locale) -> impl IntoView + use<> {
    let content = view! {
        {application.reason.as_deref().map(facts::paragraphs)}
        <p>{done::suspended_text(locale)}</p>
    };
    view! {
        {Notice::Bad.view(done::suspended(locale), content)}
        {links(application, locale)}
    }
}

fn revoked(application: &ApplicationView, locale: Locale) -> impl IntoView + use<> {
    let again = application.api.published.then(|| {
        let api = routes::fill(routes::API, &[&application.api.slug]);
        view! { <p><a href=api>{done::ask_again(locale)}</a></p> }
    });
    let content = view! {
        {application.reason.as_deref().map(facts::paragraphs)}
        <p>{done::revoked_text(locale)}</p>
        {again}
    };
    view! {
        {Notice::Bad.view(done::revoked(locale), content)}
        {links(application, locale)}
    }
}

/// The facts of the request and of its decision.
fn request_facts(application: &ApplicationView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let decided = decided_at(application.state, locale).zip(application.decided_at);
    let remark = application
        .reason
        .as_deref()
        .filter(|_| !stands_above(application.state));
    view! {
        <dl class="facts">
            {facts::fact(words::description(locale), facts::paragraphs(&application.description))}
            {facts::fact(words::applicant(locale), application.applicant_name.clone())}
            {application.submitted_at.map(|at| facts::fact(words::submitted_at(locale), time::stamp(at, visit)))}
            {decided.map(|(label, at)| facts::fact(label, time::stamp(at, visit)))}
            {remark.map(|remark| facts::fact(remark_label(application.state, locale), facts::paragraphs(remark)))}
        </dl>
    }
}

/// Whether the reason is said with what comes next.
const fn stands_above(state: State) -> bool {
    matches!(state, State::Rejected | State::Suspended | State::Revoked)
}

/// Who lets an application go on may remark on it; who stops it gives the reason.
const fn remark_label(state: State, locale: Locale) -> &'static str {
    match state {
        State::Draft | State::Pending | State::Approved => words::remark(locale),
        State::Rejected | State::Cancelled | State::Suspended | State::Revoked => {
            words::reason(locale)
        }
    }
}

const fn decided_at(state: State, locale: Locale) -> Option<&'static str> {
    match state {
        State::Draft | State::Pending | State::Cancelled => None,
        State::Rejected => Some(words::rejected_at(locale)),
        State::Approved | State::Suspended | State::Revoked => Some(words::approved_at(locale)),
    }
}
