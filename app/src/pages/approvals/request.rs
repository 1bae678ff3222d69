//! One request, with the evidence beside it and the decision below.

use axum::extract::Path;
use domain::{
    applications::{
        State,
        approvals::{self, RequestView},
    },
    audit::{Action, Entry},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, layout, terms as words};

use super::{
    access::{self, is_in_use, is_own},
    decide::Form,
    evidence, own,
};
use crate::{
    components::{Crumb, Notice, age, breadcrumbs, facts, no_upstream, terms, time},
    forms::{Errors, TextField, error_summary},
    routes,
    web::{Page, PageError, Visit, kept},
};

/// Where the forms of this page go.
const FORMS: [&str; 4] = [
    routes::APPROVE,
    routes::REJECT,
    routes::APPROVAL_SUSPEND,
    routes::APPROVAL_RESUME,
];

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Page, PageError> {
    let request = find(&visit, parse_id(&id)?).await?;
    let forms = FORMS.map(|route| routes::fill(route, &[&request.application.id]));
    let form = kept(&visit, &forms).await?.unwrap_or_default();
    Ok(page(&visit, &request, &form, &Errors::default()))
}

pub(super) fn parse_id(id: &str) -> Result<ApplicationId, PageError> {
    id.parse().map_err(|_| PageError::NotFound)
}

pub(super) async fn find(visit: &Visit, id: ApplicationId) -> Result<RequestView, PageError> {
    approvals::request(&visit.scope, visit.catalogue(), id)
        .await?
        .ok_or(PageError::NotFound)
}

pub(super) fn page(visit: &Visit, request: &RequestView, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let number = request.application.number.clone().unwrap_or_default();
    let title = t::title(locale, &number);
    let crumbs = vec![Crumb::new(routes::APPROVALS, layout::approvals(locale))];
    Page::new(visit, title.clone(), || {
        let decision = match request.application.state {
            State::Pending if is_own(request) => not_ones_own(request, locale).into_any(),
            State::Pending => decision_form(request, form, errors, locale).into_any(),
            _ => decided(request, visit).into_any(),
        };
        let waits = request.application.state == State::Pending;
        let access = is_in_use(request).then(|| access::panel(request, form, errors, locale));
        view! {
            {breadcrumbs(locale, crumbs, number)}
            <header class="page-head">
                <div><h1>{title}</h1></div>
                <p class="row">
                    {terms::stamp(request.application.state, locale)}
                    {waits.then(|| view! {
                        <span class="soft small">{age::ago(request.submitted_at, visit)}</span>
                    })}
                </p>
            </header>
            <div class="columns">
                <div class="stack">
                    {application(request, visit)}
                    {company(request, locale)}
                </div>
                {evidence::aside(request, visit)}
                {decision}
                {access}
            </div>
        }
    })
}

fn application(request: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let asked = &request.application;
    let key = request.public_key.as_ref().map(ToString::to_string);
    let plan = terms::asked(asked.plan, asked.upgrades.is_some(), locale);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::api(locale), request.api.text(locale).name.clone())}
                {facts::fact(words::plan(locale), plan)}
                {facts::fact(words::name(locale), asked.name.clone())}
                {facts::fact(words::description(locale), facts::paragraphs(&asked.description))}
                {facts::fact(words::submitted_at(locale), time::stamp(request.submitted_at, visit))}
                {key.map(|key| facts::machine_fact(t::public_key(locale), key))}
            </dl>
        </section>
    }
}

fn company(request: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let applicant = view! {
        {request.applicant.name.clone()} <br/> <span class="soft">{facts::email_address(&request.applicant.email.shown())}</span>
    };
    view! {
        <section class="panel">
            <h2>{words::company(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::applicant(locale), applicant)}
                {facts::fact(words::group(locale), request.group.name.clone())}
                {facts::group_facts(&request.group, locale)}
            </dl>
        </section>
    }
}

/// One form for both answers, so that the reason goes with whichever button is pressed.
fn decision_form(
    request: &RequestView,
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
    let id = request.application.id;
    let (approve, reject) = (
        routes::fill(routes::APPROVE, &[&id]),
        routes::fill(routes::REJECT, &[&id]),
    );
    let gone = request
        .upgrade
        .as_ref()
        .is_some_and(|target| !target.is_trial_in_use());
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            {own::recorded(request, locale)}
            {gone.then(|| nothing_to_upgrade(locale))}
            {no_upstream(&request.api, request.application.plan, locale)}
            <form class="form" method="post" novalidate action=approve>
                {error_summary(errors, &[("reason", t::message(locale))], locale)}
                {reason.view(errors, locale)}
                <div class="actions">
                    {(!gone).then(|| view! { <button class="btn">{t::approve(locale)}</button> })}
                    <button class="btn btn--danger" formaction=reject>{t::reject(locale)}</button>
                </div>
            </form>
        </section>
    }
}

fn not_ones_own(request: &RequestView, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            {own::barred(request, locale)}
        </section>
    }
}

fn nothing_to_upgrade(locale: Locale) -> impl IntoView {
    Notice::Bad.view(
        t::upgrade_gone_title(locale),
        view! { <p>{t::upgrade_gone(locale)}</p> },
    )
}

/// What became of the request itself, whatever happened to its access afterwards: that is history.
fn decided(request: &RequestView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let decided = &request.application;
    let outcome = match decided.state {
        State::Suspended | State::Revoked => State::Approved,
        state => state,
    };
    let label = if outcome == State::Approved {
        words::remark(locale)
    } else {
        words::reason(locale)
    };
    let reason = decided
        .reason
        .as_deref()
        .filter(|_| !request.history.iter().any(is_later));
    view! {
        <section class="panel">
            <h2>{t::decision(locale)}</h2>
            <dl class="facts">
                {facts::fact(t::outcome(locale), terms::stamp(outcome, locale))}
                {request.decided_by.clone().map(|name| facts::fact(t::decided_by(locale), name))}
                {decided.decided_at.map(|at| facts::fact(t::decided_at(locale), time::stamp(at, visit)))}
                {reason.map(|text| facts::fact(label, facts::paragraphs(text)))}
            </dl>
        </section>
    }
}

/// What was said last is no longer what was said with the decision.
fn is_later(entry: &Entry) -> bool {
    matches!(
        entry.action,
        Action::ApplicationSuspended | Action::ApplicationResumed | Action::ApplicationRevoked
    )
}
