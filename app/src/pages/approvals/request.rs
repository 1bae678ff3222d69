//! One request, with the evidence beside it and the decision below.

use domain::{
    approvals::{self, Review},
    ids::RequestId,
    requests::{RequestState, Status},
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as queue_words, approvals as t, layout, terms as words};

use super::{
    access::{self, is_own},
    assign::AssignPanel,
    decide::Form,
    decision_form::DecisionForm,
    evidence,
    from_list::{FromList, ListLinks},
    history, inquire,
    list::Target,
    notes, own,
};
use crate::{
    components::{
        Ago, AnswerFacts, Breadcrumbs, Crumb, EmailAddress, Fact, GroupFacts, MachineFact, Notice,
        NoticeKind, Paragraphs, StatusStamp, Time, terms,
    },
    forms::Errors,
    routes,
    web::{Ids, Page, PageError, Visit, kept},
};

/// Where the forms of this page go.
const FORMS: [&str; 6] = [
    routes::APPROVE,
    routes::REJECT,
    routes::APPROVAL_ASK,
    routes::APPROVAL_REASON,
    routes::APPROVAL_SUSPEND,
    routes::APPROVAL_RESUME,
];

pub(super) async fn show(visit: Visit, Ids(id): Ids<RequestId>) -> Result<Page, PageError> {
    let review = find(&visit, id).await?;
    let forms = FORMS.map(|route| routes::fill(route, &[&review.request.id]));
    let form = kept(&visit, &forms).await?.unwrap_or_default();
    Ok(page(&visit, &review, &form, &Errors::default()))
}

pub(super) async fn find(visit: &Visit, id: RequestId) -> Result<Review, PageError> {
    approvals::review(&visit.scope, visit.catalogue(), id)
        .await?
        .ok_or(PageError::NotFound)
}

pub(super) fn page(visit: &Visit, review: &Review, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let number = review.request.number.clone();
    let title = t::title(locale, &number);
    let list = FromList::of(visit);
    let crumbs = vec![Crumb::new(list.address(), layout::approvals(locale))];
    Page::new(visit, title.clone(), || {
        let decision = match review.status() {
            Status::Pending | Status::AwaitingApplicant if is_own(review) => {
                barred_panel(review, locale).into_any()
            }
            Status::Pending | Status::AwaitingApplicant if !review.is_covered => {
                not_covered_panel(locale).into_any()
            }
            Status::Pending | Status::AwaitingApplicant => {
                view! { <DecisionForm review form list=&list errors locale/> }.into_any()
            }
            _ => decision_panel(review, visit).into_any(),
        };
        let waits = review.request.state.is_open();
        let since = history::since_then(&review.history, visit);
        let access = review.application_in_use().map(|application| {
            view! {
                <access::AccessPanel
                    review application form list=&list errors locale
                />
            }
        });
        view! {
            <Breadcrumbs locale crumbs here=number/>
            <header class="page-head">
                <div><h1>{title}</h1></div>
                <p class="row">
                    <StatusStamp of=review.status() locale/>
                    {waits.then(|| view! {
                        <span class="soft small"><Ago since=review.request.submitted_at visit/></span>
                    })}
                    {review.waiting.map(|waiting| view! { <Target waiting locale/> })}
                </p>
            </header>
            {since.map(|words| view! { <p class="soft">{words}</p> })}
            <ListLinks list=&list after=review.request.id locale/>
            {waits.then(|| second_trial(review, locale))}
            <div class="columns">
                <div class="stack">
                    {application(review, visit)}
                    {company(review, locale)}
                </div>
                {evidence::aside(review, visit)}
                {waits.then(|| view! { <AssignPanel review list=&list visit/> })}
                {decision}
                {inquire::section(review, &list, visit)}
                {access}
                {notes::section(review, visit)}
            </div>
        }
    })
}

/// Says so before anything else: it is easily overlooked among the evidence.
fn second_trial(review: &Review, locale: Locale) -> impl IntoView + use<> {
    review.earlier_trial.as_ref().map(|_| {
        let content = view! { <p>{t::second_trial_text(locale)}</p> };
        view! { <Notice kind=NoticeKind::Bad title=t::second_trial(locale) content/> }
    })
}

fn application(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let asked = &review.request;
    let key = review.public_key.as_ref().map(ToString::to_string);
    let plan = terms::requested_plan(asked.kind, review.plan(), locale);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                <Fact name=words::api(locale) value=review.api.text(locale).name.clone()/>
                <Fact name=words::plan(locale) value=plan/>
                <Fact name=words::name(locale) value=asked.name.clone()/>
                <Fact
                    name=words::description(locale)
                    value=view! { <Paragraphs text=&asked.description/> }
                />
                <AnswerFacts answers=&asked.answers locale/>
                <Fact
                    name=words::submitted_at(locale)
                    value=view! { <Time at=review.request.submitted_at visit/> }
                />
                {key.map(|key| view! { <MachineFact name=t::public_key(locale) value=key/> })}
            </dl>
        </section>
    }
}

fn company(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let applicant = view! {
        {review.applicant.name.clone()} <br/> <span class="soft"><EmailAddress email=&review.applicant.email/></span>
    };
    view! {
        <section class="panel">
            <h2>{words::company(locale)}</h2>
            <dl class="facts">
                <Fact name=words::applicant(locale) value=applicant/>
                <Fact name=words::group(locale) value=review.group.name.clone()/>
                <GroupFacts group=&review.group locale/>
            </dl>
        </section>
    }
}

fn barred_panel(review: &Review, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            <own::BarredNotice review locale/>
        </section>
    }
}

/// Says that other managers decide on this company and this API.
fn not_covered_panel(locale: Locale) -> impl IntoView {
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            <Notice
                kind=NoticeKind::Info title=queue_words::not_covered_title(locale)
                content=view! { <p>{queue_words::not_covered(locale)}</p> }
            />
        </section>
    }
}

/// What became of the request itself, whatever happened to its access afterwards: that is history.
fn decision_panel(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    review.decision.as_ref().map(|decision| {
        let label = if decision.outcome == RequestState::Approved {
            words::remark(locale)
        } else {
            words::reason(locale)
        };
        // A cancellation is no decision: nobody is named for it.
        let decided = decision.outcome != RequestState::Cancelled;
        let by = decision.by.clone().filter(|_| decided);
        let at = decided.then_some(decision.at);
        let said = decision.said.as_deref();
        view! {
            <section class="panel">
                <h2>{t::decision(locale)}</h2>
                <dl class="facts">
                    <Fact
                        name=t::outcome(locale)
                        value=view! { <StatusStamp of=decision.outcome.into() locale/> }
                    />
                    {by.map(|name| view! { <Fact name=t::decided_by(locale) value=name/> })}
                    {at.map(|at| view! {
                        <Fact name=t::decided_at(locale) value=view! { <Time at visit/> }/>
                    })}
                    {said.map(|text| view! { <Fact name=label value=view! { <Paragraphs text/> }/> })}
                </dl>
            </section>
        }
    })
}
