//! One application as a ticket that unfolds: how it stands, what to do next, its keys.

use domain::{
    credentials::{ApplicationKeys, RevealedKeys},
    groups::GroupRight,
    requests::{OpenPlanChange, RequestView, Status},
    usage::QuotaView,
};
use leptos::prelude::*;
use locales::{
    Locale, applications as t, inquiries, plan_change as change, request_done as done,
    terms as words,
};

use super::{keys, links::links, reveal::LockedKey};
use crate::{
    components::{
        ConditionFacts, Fact, IncidentNotices, Notice, NoticeKind, Paragraphs, QuotaMeter,
        StatusStamp, TestKeys, Time, age, terms, test_keys::KeysPage,
    },
    pages::request::contract_ended,
    routes,
    web::{Visit, request_path},
};

/// What a ticket tells of.
pub(super) struct Ticket {
    pub application: RequestView,
    /// Once it was approved.
    pub keys: Option<ApplicationKeys>,
    pub quota: Option<QuotaView>,
}

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
#[component]
pub(super) fn ApplicationTicket<'a>(
    ticket: &'a Ticket,
    open: bool,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let Ticket {
        application,
        keys,
        quota,
    } = ticket;
    let locale = visit.locale;
    let number = words::request_number(locale, &application.number);
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
            <div class="stub" id=application.application_id.to_string()>
                {(application.status == Status::Approved).then(|| view! {
                    <IncidentNotices api=&application.api visit/>
                })}
                <NextStep application keys=keys.as_ref() shown visit/>
                {quota.as_ref().map(|quota| view! { <QuotaMeter quota visit/> })}
                {request_facts(application, visit)}
            </div>
        </details>
    }
}

fn stamp(application: &RequestView, visit: &Visit) -> AnyView {
    let (locale, now) = (visit.locale, visit.scope.now());
    match application.status {
        Status::Pending => view! {
            <span class=terms::stamp_class(Status::Pending)>
                {words::state_pending(locale)} "\u{a0}· " {age::age(application.submitted_at, now, locale)}
            </span>
        }
        .into_any(),
        status => view! { <StatusStamp of=status locale/> }.into_any(),
    }
}

#[component]
fn NextStep<'a>(
    application: &'a RequestView,
    keys: Option<&'a ApplicationKeys>,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    match application.status {
        Status::Pending | Status::AwaitingApplicant => {
            view! { <PendingApplication application shown visit/> }.into_any()
        }
        Status::Approved => {
            view! { <ApprovedApplication application keys shown visit/> }.into_any()
        }
        Status::Rejected => rejection_notice(application, visit).into_any(),
        Status::Cancelled => cancellation_notice(locale).into_any(),
        Status::Suspended => suspension_notice(application, locale).into_any(),
        Status::Revoked => revocation_notice(application, visit).into_any(),
    }
}

#[component]
fn ApprovedApplication<'a>(
    application: &'a RequestView,
    keys: Option<&'a ApplicationKeys>,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let sandbox = match shown {
        Some(DisplayedKeys::Sandbox(keys)) => Some(keys),
        _ => None,
    };
    view! {
        {application.plan_change.as_ref().map(|request| plan_change(request, visit))}
        {links(application, visit.locale)}
        {keys.map(|keys| view! { <keys::KeyPanel application keys shown visit/> })}
        {sandbox.map(|keys| view! {
            <TestKeys application revealed=Some(keys) place=KeysPage::Ticket visit/>
        })}
    }
}

/// The plan is about to change, perhaps.
fn plan_change(request: &OpenPlanChange, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let follow = request_path(request.id);
    let content = view! { <p><a href=follow>{t::follow(locale)}</a></p> };
    view! { <Notice kind=NoticeKind::Wait title=change::pending(locale) content/> }
}

/// The wait, and what can be tried meanwhile.
#[component]
fn PendingApplication<'a>(
    application: &'a RequestView,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let keys = match shown {
        Some(DisplayedKeys::Sandbox(keys)) => Some(keys),
        _ => None,
    };
    view! {
        {waiting_notice(application, visit.locale)}
        <TestKeys application revealed=keys place=KeysPage::Ticket visit/>
    }
}

fn waiting_notice(application: &RequestView, locale: Locale) -> AnyView {
    if application.status == Status::AwaitingApplicant {
        return answer_notice(application, locale).into_any();
    }
    let follow = routes::fill(routes::REQUEST_DONE, &[&application.id]);
    let content = view! {
        <p>{done::pending_next(locale)}</p>
        <p><a href=follow>{t::follow(locale)}</a></p>
    };
    view! { <Notice kind=NoticeKind::Wait title=done::pending_who(locale) content/> }.into_any()
}

/// What is to be answered before a manager decides.
fn answer_notice(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let answer = routes::fill(routes::REQUEST_ANSWER, &[&application.id]);
    let content = view! {
        <p>{inquiries::waits(locale)}</p>
        {application.may(GroupRight::Request).then(|| view! {
            <p><a href=answer>{inquiries::to_answer(locale)}</a></p>
        })}
    };
    view! { <Notice kind=NoticeKind::Wait title=inquiries::waits_title(locale) content/> }
}

fn rejection_notice(application: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let may_correct = application.may(GroupRight::Request)
        && visit.apis.offers(application.api.id, application.plan);
    let correct = routes::fill(routes::REQUEST_CORRECT, &[&application.id]);
    let content = view! {
        {application.reason.as_deref().map(|text| view! { <Paragraphs text/> })}
        {may_correct.then(|| view! {
            <form class="actions" method="post" action=correct>
                <button class="btn btn--small">{done::correct(locale)}</button>
            </form>
        })}
    };
    view! { <Notice kind=NoticeKind::Bad title=t::rejected_reason(locale) content/> }
}

fn cancellation_notice(locale: Locale) -> impl IntoView {
    let content = view! { <p>{done::cancelled_text(locale)}</p> };
    view! { <Notice kind=NoticeKind::Info title=done::cancelled(locale) content/> }
}

fn suspension_notice(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let content = view! {
        {application.reason.as_deref().map(|text| view! { <Paragraphs text/> })}
        {contract_ended(application, locale).map(|words| view! { <p>{words}</p> })}
        <p>{done::suspended_text(locale)}</p>
    };
    view! {
        <Notice kind=NoticeKind::Bad title=done::suspended(locale) content/>
        {links(application, locale)}
    }
}

fn revocation_notice(application: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let is_offered = visit.apis.offers(application.api.id, application.plan);
    let again = is_offered.then(|| {
        let api = routes::fill(routes::API, &[&application.api.slug]);
        view! { <p><a href=api>{done::ask_again(locale)}</a></p> }
    });
    let content = view! {
        {application.reason.as_deref().map(|text| view! { <Paragraphs text/> })}
        <p>{done::revoked_text(locale)}</p>
        {again}
    };
    view! {
        <Notice kind=NoticeKind::Bad title=done::revoked(locale) content/>
        {links(application, locale)}
    }
}

/// The facts of the request and of its decision.
fn request_facts(application: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let decided = decided_at(application.status, locale).zip(application.decided_at);
    let remark = application
        .reason
        .as_deref()
        .filter(|_| !is_reason_above(application.status));
    view! {
        <dl class="facts">
            <Fact
                name=words::description(locale)
                value=view! { <Paragraphs text=&application.description/> }
            />
            <Fact name=words::applicant(locale) value=application.applicant_name.clone()/>
            <Fact
                name=words::submitted_at(locale)
                value=view! { <Time at=application.submitted_at visit/> }
            />
            {decided.map(|(label, at)| view! { <Fact name=label value=view! { <Time at visit/> }/> })}
            {remark.map(|remark| view! {
                <Fact
                    name=remark_label(application.status, locale)
                    value=view! { <Paragraphs text=remark/> }
                />
            })}
            {application.conditions.as_ref().map(|conditions| view! {
                <ConditionFacts conditions locale/>
            })}
        </dl>
    }
}

/// Whether the reason is said with what comes next.
const fn is_reason_above(state: Status) -> bool {
    matches!(
        state,
        Status::Rejected | Status::Suspended | Status::Revoked
    )
}

/// Who lets an application go on may remark on it; who stops it gives the reason.
const fn remark_label(state: Status, locale: Locale) -> &'static str {
    match state {
        Status::Pending | Status::AwaitingApplicant | Status::Approved => words::remark(locale),
        Status::Rejected | Status::Cancelled | Status::Suspended | Status::Revoked => {
            words::reason(locale)
        }
    }
}

const fn decided_at(state: Status, locale: Locale) -> Option<&'static str> {
    match state {
        Status::Pending | Status::AwaitingApplicant | Status::Cancelled => None,
        Status::Rejected => Some(words::rejected_at(locale)),
        Status::Approved | Status::Suspended | Status::Revoked => Some(words::approved_at(locale)),
    }
}
