//! One request, with the evidence beside it and the decision below.

use domain::{
    approvals::{self, Review},
    ids::RequestId,
    requests::{RequestState, Status},
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, layout, terms as words};

use super::{
    access::{self, is_own},
    decide::Form,
    evidence, own,
};
use crate::{
    components::{Crumb, Notice, age, breadcrumbs, facts, no_upstream, terms, time},
    forms::{Errors, FieldLabel, TextField, error_summary},
    routes,
    web::{Ids, Page, PageError, Visit, kept},
};

/// Where the forms of this page go.
const FORMS: [&str; 4] = [
    routes::APPROVE,
    routes::REJECT,
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
    let crumbs = vec![Crumb::new(routes::APPROVALS, layout::approvals(locale))];
    Page::new(visit, title.clone(), || {
        let decision = match review.status() {
            Status::Pending if is_own(review) => not_ones_own(review, locale).into_any(),
            Status::Pending => decision_form(review, form, errors, locale).into_any(),
            _ => decided(review, visit).into_any(),
        };
        let waits = review.status() == Status::Pending;
        let access = review
            .application_in_use()
            .map(|application| access::panel(review, application, form, errors, locale));
        view! {
            {breadcrumbs(locale, crumbs, number)}
            <header class="page-head">
                <div><h1>{title}</h1></div>
                <p class="row">
                    {terms::stamp(review.status(), locale)}
                    {waits.then(|| view! {
                        <span class="soft small">{age::ago(review.request.submitted_at, visit)}</span>
                    })}
                </p>
            </header>
            <div class="columns">
                <div class="stack">
                    {application(review, visit)}
                    {company(review, locale)}
                </div>
                {evidence::aside(review, visit)}
                {decision}
                {access}
            </div>
        }
    })
}

fn application(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let asked = &review.request;
    let key = review.public_key.as_ref().map(ToString::to_string);
    let plan = terms::asked(asked.kind, review.plan(), locale);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::api(locale), review.api.text(locale).name.clone())}
                {facts::fact(words::plan(locale), plan)}
                {facts::fact(words::name(locale), asked.name.clone())}
                {facts::fact(words::description(locale), facts::paragraphs(&asked.description))}
                {facts::fact(words::submitted_at(locale), time::stamp(review.request.submitted_at, visit))}
                {key.map(|key| facts::machine_fact(t::public_key(locale), key))}
            </dl>
        </section>
    }
}

fn company(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let applicant = view! {
        {review.applicant.name.clone()} <br/> <span class="soft">{facts::email_address(&review.applicant.email.shown())}</span>
    };
    view! {
        <section class="panel">
            <h2>{words::company(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::applicant(locale), applicant)}
                {facts::fact(words::group(locale), review.group.name.clone())}
                {facts::group_facts(&review.group, locale)}
            </dl>
        </section>
    }
}

/// One form for both answers, so that the reason goes with whichever button is pressed.
fn decision_form(
    review: &Review,
    form: &Form,
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let reason = TextField {
        name: "reason",
        label: t::message(locale),
        value: form.reason.clone(),
        hint: Some(t::reason_hint(locale)),
        kind: "textarea",
        ..TextField::default()
    };
    let id = review.request.id;
    let (approve, reject) = (
        routes::fill(routes::APPROVE, &[&id]),
        routes::fill(routes::REJECT, &[&id]),
    );
    let gone = review
        .plan_change
        .as_ref()
        .is_some_and(|target| !target.is_trial_in_use());
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            {own::recorded(review, locale)}
            {gone.then(|| no_plan_to_change(locale))}
            {no_upstream(&review.api, review.plan(), locale)}
            <form class="form" method="post" novalidate action=approve>
                {error_summary(errors, &[FieldLabel::new("reason", t::message(locale))], locale)}
                {reason.view(errors, locale)}
                <div class="actions">
                    {(!gone).then(|| view! { <button class="btn">{t::approve(locale)}</button> })}
                    <button class="btn btn--danger" formaction=reject>{t::reject(locale)}</button>
                </div>
            </form>
        </section>
    }
}

fn not_ones_own(review: &Review, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            {own::barred(review, locale)}
        </section>
    }
}

fn no_plan_to_change(locale: Locale) -> impl IntoView {
    Notice::Bad.view(
        t::plan_change_gone_title(locale),
        view! { <p>{t::plan_change_gone(locale)}</p> },
    )
}

/// What became of the request itself, whatever happened to its access afterwards: that is history.
fn decided(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    review.decision.as_ref().map(|decision| {
        let label = if decision.outcome == RequestState::Approved {
            words::remark(locale)
        } else {
            words::reason(locale)
        };
        // Whoever cancels decides nothing.
        let decided = decision.outcome != RequestState::Cancelled;
        let by = decision.by.clone().filter(|_| decided);
        let at = decided.then_some(decision.at);
        let said = decision.said.as_deref();
        view! {
            <section class="panel">
                <h2>{t::decision(locale)}</h2>
                <dl class="facts">
                    {facts::fact(t::outcome(locale), terms::stamp(decision.outcome.into(), locale))}
                    {by.map(|name| facts::fact(t::decided_by(locale), name))}
                    {at.map(|at| facts::fact(t::decided_at(locale), time::stamp(at, visit)))}
                    {said.map(|text| facts::fact(label, facts::paragraphs(text)))}
                </dl>
            </section>
        }
    })
}
