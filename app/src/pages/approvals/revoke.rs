//! Revoking access: a step of its own, for there is no way back from it.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::Application,
    approvals::{self, AccessError, Review},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, common, layout, terms as words};
use serde::Deserialize;
use values::Reason;

use super::{
    MANAGER,
    access::{answer, is_own, recent_calls},
    own,
    request::find,
};
use crate::{
    components::{Crumb, Notice, breadcrumbs, facts, terms},
    forms::{Errors, FieldLabel, TextField, error_summary},
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, Posted, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_REVOKE, show)
        .post(MANAGER, routes::APPROVAL_REVOKE, revoke)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    reason: String,
    /// The state of the application when the page was opened.
    seen: String,
}

async fn show(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id.request()).await?;
    let Some(application) = review.application_in_use().filter(|_| !is_own(&review)) else {
        return Ok(see_other(&routes::fill(routes::APPROVAL, &[&id])));
    };
    let form = Form {
        reason: kept.unwrap_or_default().reason,
        seen: application.state.to_string(),
    };
    Ok(page(&visit, &review, application, &form, &Errors::default()).into_response())
}

async fn revoke(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let seen = form.seen.parse().map_err(|_| PageError::Malformed)?;
    match Reason::parse(&form.reason) {
        Ok(reason) => {
            let revoked = approvals::revoke(&visit.scope, id, seen, reason).await;
            answer(&visit, id, revoked, Flash::AccessRevoked)
        }
        Err(error) => refuse(&visit, id, &form, &Errors::of("reason", error.into())).await,
    }
}

/// The page again, unless there is nothing to revoke any more.
async fn refuse(
    visit: &Visit,
    id: ApplicationId,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let review = find(visit, id.request()).await?;
    if is_own(&review) {
        return answer(visit, id, Err(AccessError::Own), Flash::OwnRequest);
    }
    if let Some(application) = review.application_in_use() {
        let page = page(visit, &review, application, form, errors);
        return Ok(page.unprocessable().into_response());
    }
    let status = review.status();
    let changed = Err(AccessError::Changed { status });
    answer(visit, id, changed, Flash::AccessChanged)
}

fn page(
    visit: &Visit,
    review: &Review,
    application: &Application,
    form: &Form,
    errors: &Errors,
) -> Page {
    let locale = visit.locale;
    let number = review.request.number.clone();
    let back = routes::fill(routes::APPROVAL, &[&review.request.id]);
    let title = t::revoke_title(locale, &review.request.name);
    let crumbs = vec![
        Crumb::new(routes::APPROVALS, layout::approvals(locale)),
        Crumb::new(back.clone(), number),
    ];
    Page::new(visit, title.clone(), || {
        view! {
            {breadcrumbs(locale, crumbs, t::revoke_crumb(locale))}
            <header class="page-head">
                <div><h1>{title}</h1></div>
                {terms::stamp(application.state.into(), locale)}
            </header>
            {own::recorded(review, locale)}
            {Notice::Bad.view(t::no_way_back(locale), what_stops(review, locale))}
            {about(review, locale)}
            {confirmation(form, errors, back, locale)}
        }
    })
    .narrow()
}

fn what_stops(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let api = &review.api.text(locale).name;
    let plan_change = review
        .open_plan_change
        .as_ref()
        .map(|request| view! { <li>{t::revoke_plan_change(locale, &request.number)}</li> });
    view! {
        <ul>
            <li>{t::revoke_keys(locale)}</li>
            <li>{t::revoke_tokens(locale)}</li>
            <li>{t::revoke_calls(locale, api)} " " {recent_calls(review.recent_calls, locale)}</li>
            {plan_change}
        </ul>
        <p>{t::revoke_after(locale)}</p>
    }
}

fn about(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let key = review.public_key.as_ref().map(ToString::to_string);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::name(locale), review.request.name.clone())}
                {facts::fact(words::api(locale), review.api.text(locale).name.clone())}
                {facts::fact(words::plan(locale), terms::plan(review.plan(), locale))}
                {facts::fact(words::legal_name(locale), review.group.legal_name.clone())}
                {facts::fact(words::group(locale), review.group.name.clone())}
                {key.map(|key| facts::machine_fact(t::public_key(locale), key))}
            </dl>
        </section>
    }
}

fn confirmation(
    form: &Form,
    errors: &Errors,
    back: String,
    locale: Locale,
) -> impl IntoView + use<> {
    let reason = TextField {
        name: "reason",
        label: words::reason(locale),
        value: form.reason.clone(),
        hint: Some(t::revoke_hint(locale)),
        kind: "textarea",
        ..TextField::default()
    };
    view! {
        <form class="form" method="post" novalidate>
            {error_summary(errors, &[FieldLabel::new("reason", words::reason(locale))], locale)}
            <input type="hidden" name="seen" value=form.seen.clone()/>
            {reason.view(errors, locale)}
            <div class="actions">
                <button class="btn btn--danger">{t::revoke(locale)}</button>
                <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
            </div>
        </form>
    }
}
