//! What has become of a request to go from Trial to Pay Per Use.

use domain::{
    catalogue::Plan,
    requests::{InquiryView, RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, layout, plan_change as t, request_done as done, terms as words};

use super::{
    done::{RequestTicket, request_title},
    outcome::{AnswerAwaited, Cancellation, ReasonGiven, may_cancel},
};
use crate::{
    components::{Breadcrumbs, Crumb, Inquiries, NoUpstream, Notice, NoticeKind},
    routes,
    web::{Page, Visit, ticket_path},
};

/// `target` is the application whose plan was to change, as far as the reader may see it.
pub(super) fn page(
    visit: &Visit,
    request: &RequestView,
    inquiries: &[InquiryView],
    target: Option<&RequestView>,
) -> Page {
    let locale = visit.locale;
    let name = request_title(request, locale);
    Page::new(visit, name.as_str(), || {
        let crumbs = vec![Crumb::new(
            routes::APPLICATIONS,
            layout::my_applications(locale),
        )];
        view! {
            <Breadcrumbs locale crumbs here=name.as_str()/>
            <header class="page-head"><div><h1>{heading(request.status, locale)}</h1></div></header>
            <RequestTicket visit view=request/>
            <PlanChangeOutcome visit request target/>
            <Inquiries inquiries visit/>
        }
    })
    .narrow()
}

const fn heading(state: Status, locale: Locale) -> &'static str {
    match state {
        Status::Approved => t::approved(locale),
        Status::Rejected => t::rejected(locale),
        Status::Cancelled => t::cancelled(locale),
        Status::AwaitingApplicant => done::awaiting_applicant(locale),
        _ => t::pending(locale),
    }
}

#[component]
fn PlanChangeOutcome<'a>(
    visit: &'a Visit,
    request: &'a RequestView,
    target: Option<&'a RequestView>,
) -> AnyView {
    let locale = visit.locale;
    match request.status {
        Status::Approved => view! {
            <p>{t::approved_text(locale)}</p>
            <ReasonGiven view=request kind=NoticeKind::Info title=words::remark(locale)/>
            <ApplicationLinks request target locale/>
        }
        .into_any(),
        Status::Rejected => view! {
            <ReasonGiven view=request kind=NoticeKind::Bad title=words::reason(locale)/>
            <p>{t::unchanged(locale)}</p>
            <ApplicationLinks request target locale/>
        }
        .into_any(),
        Status::Cancelled => {
            let over = target.is_some_and(|target| target.status == Status::Revoked);
            let text = if over {
                t::over(locale)
            } else {
                t::unchanged(locale)
            };
            view! { <p>{text}</p> <ApplicationLinks request target locale/> }.into_any()
        }
        _ => view! { <PendingPlanChange visit request target/> }.into_any(),
    }
}

#[component]
fn PendingPlanChange<'a>(
    visit: &'a Visit,
    request: &'a RequestView,
    target: Option<&'a RequestView>,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let waits = if request.status == Status::AwaitingApplicant {
        view! { <AnswerAwaited view=request locale/> }.into_any()
    } else {
        let content = view! { <p>{t::pending_next(locale)}</p> };
        view! { <Notice kind=NoticeKind::Wait title=done::pending_who(locale) content/> }.into_any()
    };
    view! {
        {waits}
        <NoUpstream api=&request.api plan=request.plan locale/>
        <ApplicationLinks request target locale/>
        {may_cancel(request, visit).then(|| view! { <Cancellation view=request locale/> })}
    }
}

/// To the application, and to another such request where one can be made.
#[component]
fn ApplicationLinks<'a>(
    request: &'a RequestView,
    target: Option<&'a RequestView>,
    locale: Locale,
) -> impl IntoView + use<> {
    target.map(|target| {
        let (group, id) = (target.group_id, target.application_id);
        let refused = matches!(request.status, Status::Rejected | Status::Cancelled);
        let again = (refused && may_ask(target)).then(|| {
            let href = routes::fill(routes::PLAN_CHANGE, &[&group, &id]);
            view! { <a class="btn" href=href>{t::ask_again(locale)}</a> }
        });
        view! {
            <div class="actions">
                {again}
                <a class="btn btn--quiet" href=ticket_path(group, id)>{t::see_application(locale)}</a>
            </div>
        }
    })
}

fn may_ask(target: &RequestView) -> bool {
    target.status == Status::Approved
        && target.plan == Plan::Trial
        && target.plan_change.is_none()
        && target.api.takes_requests()
        && target.api.offer(Plan::PayPerUse).is_some()
}
