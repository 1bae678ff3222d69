//! What has become of a request, and what its applicant can still do about it.

use axum::response::{IntoResponse, Response};
use domain::{
    credentials::RevealedKeys,
    ids::RequestId,
    requests::{self, CancelError, InquiryView, RequestKind, RequestState, RequestView, Status},
};
use leptos::prelude::*;
use locales::{
    Locale, approval_queue as queue_words, layout, request_answers as answer_words,
    request_done as t, terms as words,
};

use super::{
    draft::see_next_step,
    frame::{Stage, Steps},
    outcome::{RequestOutcome, heading},
    plan_change,
};
use crate::{
    components::{AnswerFacts, Breadcrumbs, Crumb, Inquiries, StatusStamp, terms, time},
    routes,
    web::{
        Access::Member, Flash, Ids, Page, PageError, Site, Visit, request_path, see_other,
        see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_DONE, show)
        .post(Member, routes::REQUEST_CANCEL, cancel)
        .post(Member, routes::REQUEST_CORRECT, correct)
}

async fn show(visit: Visit, Ids(id): Ids<RequestId>) -> Result<Response, PageError> {
    let Some(found) = requests::find(&visit.scope, visit.catalogue(), id).await? else {
        return see_next_step(&visit, id).await;
    };
    let inquiries = requests::inquiries(&visit.scope, id).await?;
    Ok(match found.kind {
        RequestKind::Access => page(&visit, &found, &inquiries, None).into_response(),
        RequestKind::PlanChange => {
            let target =
                requests::find_application(&visit.scope, visit.catalogue(), found.application_id)
                    .await?;
            plan_change::page(&visit, &found, &inquiries, target.as_ref()).into_response()
        }
    })
}

async fn cancel(visit: Visit, Ids(id): Ids<RequestId>) -> Result<Response, PageError> {
    let flash = match requests::cancel(&visit.scope, id).await {
        Ok(())
        | Err(CancelError::TooLate {
            state: RequestState::Cancelled,
        }) => Flash::RequestCancelled,
        Err(CancelError::TooLate { .. }) => Flash::TooLateToCancel,
        Err(CancelError::Common(error)) => return Err(error.into()),
    };
    // A draft is deleted when it is cancelled, so it has no page.
    let there = requests::find(&visit.scope, visit.catalogue(), id)
        .await?
        .is_some();
    let next = if there {
        request_path(id)
    } else {
        routes::APPLICATIONS.to_owned()
    };
    Ok(see_other_with(&next, flash, &visit))
}

async fn correct(visit: Visit, Ids(id): Ids<RequestId>) -> Result<Response, PageError> {
    let draft = requests::correct(&visit.scope, visit.catalogue(), id).await?;
    let path = routes::fill(routes::REQUEST_APPLICATION, &[&draft]);
    Ok(see_other(&path))
}

/// The page of a request that was filed, with what was asked of it, and perhaps its keys for the
/// sandbox.
#[must_use]
pub fn page(
    visit: &Visit,
    view: &RequestView,
    inquiries: &[InquiryView],
    sandbox: Option<&RevealedKeys>,
) -> Page {
    let locale = visit.locale;
    let name = request_title(view, locale);
    Page::new(visit, name.as_str(), || {
        let crumbs = vec![Crumb::new(
            routes::APPLICATIONS,
            layout::my_applications(locale),
        )];
        let progress = (view.status == Status::Pending).then(|| {
            view! { <Steps current=Stage::Done draft=None locale/> }
        });
        view! {
            <Breadcrumbs locale crumbs here=name.as_str()/>
            {progress}
            <header class="page-head"><div><h1>{heading(view.status, locale)}</h1></div></header>
            <div class="stack stack--form">
                <RequestTicket visit view/>
                <RequestOutcome view sandbox visit/>
                <Inquiries inquiries visit/>
                {said(view, locale)}
            </div>
        }
    })
}

/// What the request said to what its API asks.
fn said(view: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let answers = (!view.answers.is_empty()).then_some(&view.answers);
    answers.map(|answers| {
        view! {
            <section class="panel">
                <h2>{answer_words::said(locale)}</h2>
                <dl class="facts"><AnswerFacts answers locale/></dl>
            </section>
        }
    })
}

/// "Solicitação 2026-0042".
pub(super) fn request_title(view: &RequestView, locale: Locale) -> String {
    t::title(locale, &view.number)
}

/// Who decides, and by when.
fn who_decides(view: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let who = view.assignee_name.clone();
    let who = who.unwrap_or_else(|| queue_words::contract_team(locale).to_owned());
    let due = view
        .due_at
        .map(|due| queue_words::answer_by(locale, time::date_time(due, visit)));
    view! {
        <p class="soft small">{queue_words::who_decides(locale)} " " {who} ". " {due}</p>
    }
}

#[component]
pub(super) fn RequestTicket<'a>(visit: &'a Visit, view: &'a RequestView) -> impl IntoView {
    let locale = visit.locale;
    let number = words::request_number(locale, &view.number);
    view! {
        <article class="ticket">
            <header class="ticket__head">
                <div>
                    <p class="ticket__number">{number}</p>
                    <h2 class="ticket__title">{view.name.as_str()}</h2>
                    <p class="soft small">
                        {view.api.text(locale).name.as_str()} "\u{a0}· "
                        {terms::requested_plan(view.kind, view.plan, locale)}
                    </p>
                </div>
                <StatusStamp of=view.status locale/>
            </header>
            <hr class="tear"/>
            <div class="stub stub--tight">
                <p class="soft small">
                    {t::sent(locale, time::date_time(view.submitted_at, visit))} " "
                    {t::sent_by(locale, &view.applicant_name)}
                </p>
                {(view.status == Status::Pending).then(|| who_decides(view, visit))}
            </div>
        </article>
    }
}
