//! What each state of a request means for who asked, and what to do next.

use domain::{
    credentials::RevealedKeys,
    dates,
    groups::GroupRight,
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, conditions, inquiries, request_done as t, terms as words};

use crate::{
    components::{NoUpstream, Notice, NoticeKind, Paragraphs, TestKeys, test_keys::KeysPage},
    routes,
    web::Visit,
};

#[must_use]
pub const fn heading(state: Status, locale: Locale) -> &'static str {
    match state {
        Status::Pending => t::pending(locale),
        Status::AwaitingApplicant => t::awaiting_applicant(locale),
        Status::Approved => t::approved(locale),
        Status::Rejected => t::rejected(locale),
        Status::Cancelled => t::cancelled(locale),
        Status::Suspended => t::suspended(locale),
        Status::Revoked => t::revoked(locale),
    }
}

#[component]
pub fn RequestOutcome<'a>(
    view: &'a RequestView,
    sandbox: Option<&'a RevealedKeys>,
    visit: &'a Visit,
) -> AnyView {
    let locale = visit.locale;
    match view.status {
        Status::Pending | Status::AwaitingApplicant => {
            view! { <PendingRequest view sandbox visit/> }.into_any()
        }
        Status::Approved => view! { <ApprovedRequest view sandbox visit/> }.into_any(),
        Status::Rejected => rejected_request(view, visit).into_any(),
        Status::Cancelled => {
            view! { <ClosedRequest view text=t::cancelled_text(locale) visit/> }.into_any()
        }
        Status::Suspended => suspended_request(view, locale).into_any(),
        Status::Revoked => {
            view! { <ClosedRequest view text=t::revoked_text(locale) visit/> }.into_any()
        }
    }
}

#[component]
fn PendingRequest<'a>(
    view: &'a RequestView,
    sandbox: Option<&'a RevealedKeys>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let waits = if view.status == Status::AwaitingApplicant {
        view! { <AnswerAwaited view locale/> }.into_any()
    } else {
        let content = view! { <p>{t::pending_next(locale)}</p> };
        view! { <Notice kind=NoticeKind::Wait title=t::pending_who(locale) content/> }.into_any()
    };
    let has_keys = view.api.sandbox.is_some() && view.may(GroupRight::UseKeys);
    view! {
        {waits}
        <NoUpstream api=&view.api plan=view.plan locale/>
        {has_keys.then(|| view! {
            <div class="panel">
                <TestKeys application=view revealed=sandbox place=KeysPage::Done visit/>
            </div>
        })}
        {view.api.is_open().then(|| meanwhile(&view.api.slug, locale))}
        {may_cancel(view, visit).then(|| view! { <Cancellation view locale/> })}
    }
}

/// Leads whoever may answer to the question that the applicant, or a colleague, is to answer.
#[component]
pub(super) fn AnswerAwaited<'a>(view: &'a RequestView, locale: Locale) -> impl IntoView + use<> {
    let answer = routes::fill(routes::REQUEST_ANSWER, &[&view.id]);
    let content = view! {
        <p>{inquiries::waits(locale)}</p>
        {view.may(GroupRight::Request).then(|| view! {
            <p class="actions"><a class="btn btn--small" href=answer>{inquiries::to_answer(locale)}</a></p>
        })}
    };
    view! { <Notice kind=NoticeKind::Wait title=inquiries::waits_title(locale) content/> }
}

/// Applicants cancel what they asked for, and owners whatever their group did.
pub(super) fn may_cancel(view: &RequestView, visit: &Visit) -> bool {
    let person = visit.person();
    let own = person.is_some_and(|person| person.id == view.applicant_id);
    own && view.may(GroupRight::Request) || view.may(GroupRight::Manage)
}

#[component]
pub(super) fn Cancellation<'a>(view: &'a RequestView, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="section">
            <h2>{t::cancel_title(locale)}</h2>
            <p class="soft">{t::cancel_text(locale)}</p>
            <form method="post" action=routes::fill(routes::REQUEST_CANCEL, &[&view.id])>
                <div class="actions"><button class="btn btn--danger">{t::cancel(locale)}</button></div>
            </form>
        </section>
    }
}

/// What can be read and tried while somebody else decides.
fn meanwhile(slug: &str, locale: Locale) -> impl IntoView + use<> {
    let link = |page, name| view! { <li><a href=routes::fill(page, &[&slug])>{name}</a></li> };
    view! {
        <section class="section">
            <h2>{t::meanwhile(locale)}</h2>
            <ul class="lines" role="list">
                {link(routes::API, t::meanwhile_presentation(locale))}
                {link(routes::API_SAMPLES, t::meanwhile_samples(locale))}
                {link(routes::API_DOCUMENTATION, t::meanwhile_answers(locale))}
            </ul>
        </section>
    }
}

#[component]
fn ApprovedRequest<'a>(
    view: &'a RequestView,
    sandbox: Option<&'a RevealedKeys>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <p>{t::approved_text(locale)}</p>
        <ReasonGiven view kind=NoticeKind::Info title=words::remark(locale)/>
        <GroupLink view class="btn" name=t::see_keys(locale)/>
        {sandbox.map(|keys| view! {
            <TestKeys application=view revealed=Some(keys) place=KeysPage::Done visit/>
        })}
    }
}

fn rejected_request(view: &RequestView, visit: &Visit) -> impl IntoView {
    let locale = visit.locale;
    let may_correct = view.may(GroupRight::Request) && visit.apis.offers(view.api.id, view.plan);
    view! {
        <ReasonGiven view kind=NoticeKind::Bad title=words::reason(locale)/>
        {may_correct.then(|| view! {
            <p>{t::rejected_text(locale)}</p>
            <form method="post" action=routes::fill(routes::REQUEST_CORRECT, &[&view.id])>
                <div class="actions"><button class="btn">{t::correct(locale)}</button></div>
            </form>
        })}
    }
}

fn suspended_request(view: &RequestView, locale: Locale) -> impl IntoView {
    let ended = contract_ended(view, locale);
    view! {
        <ReasonGiven view kind=NoticeKind::Bad title=words::reason(locale)/>
        {ended.map(|words| view! { <p>{words}</p> })}
        <p>{t::suspended_text(locale)}</p>
        <GroupLink view class="btn btn--quiet" name=t::see_group(locale)/>
    }
}

/// That the portal suspended it, which gives no reason, at the end of its contract.
pub fn contract_ended(view: &RequestView, locale: Locale) -> Option<String> {
    let ends_on = view.conditions.as_ref()?.ends_on?;
    let by_portal = view.status == Status::Suspended && view.reason.is_none();
    by_portal.then(|| conditions::ended_on(locale, dates::day(ends_on, locale)))
}

/// A request that is closed, and a link to make another one.
#[component]
fn ClosedRequest<'a>(view: &'a RequestView, text: &'static str, visit: &'a Visit) -> impl IntoView {
    let locale = visit.locale;
    let again = visit.apis.offers(view.api.id, view.plan);
    view! {
        <ReasonGiven view kind=NoticeKind::Info title=words::reason(locale)/>
        <p>{text}</p>
        {again.then(|| view! {
            <div class="actions">
                <a class="btn" href=routes::fill(routes::REQUEST_NEW, &[&view.api.slug, &view.plan])>
                    {t::ask_again(locale)}
                </a>
            </div>
        })}
    }
}

/// The reason or remark of the decision.
#[component]
pub(super) fn ReasonGiven<'a>(
    view: &'a RequestView,
    kind: NoticeKind,
    title: &'static str,
) -> impl IntoView + use<> {
    let reason = view.reason.as_deref();
    reason.map(|text| view! { <Notice kind title content=view! { <Paragraphs text/> }/> })
}

#[component]
fn GroupLink<'a>(
    view: &'a RequestView,
    class: &'static str,
    name: &'static str,
) -> impl IntoView + use<> {
    let group = routes::fill(routes::GROUP, &[&view.group_id]);
    view! { <div class="actions"><a class=class href=group>{name}</a></div> }
}
