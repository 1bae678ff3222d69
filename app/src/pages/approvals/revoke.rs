//! Revoking access: a step of its own, for there is no way back from it.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::applications::approvals::{self, AccessError, RequestView};
use leptos::prelude::*;
use locales::{Locale, approvals as t, common, layout, terms as words};
use serde::Deserialize;
use values::Reason;

use super::{
    MANAGER,
    access::{answer, is_in_use, is_own, recent_calls},
    own,
    request::{find, parse_id},
};
use crate::{
    components::{Crumb, Notice, breadcrumbs, facts, terms},
    forms::{Errors, TextField, error_summary},
    routes,
    web::{Flash, KeptForm, Page, PageError, Posted, Site, Visit, see_other},
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
    Path(id): Path<String>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    let request = find(&visit, id).await?;
    if !is_in_use(&request) || is_own(&request) {
        return Ok(see_other(&routes::fill(routes::APPROVAL, &[&id])));
    }
    let form = Form {
        reason: kept.unwrap_or_default().reason,
        seen: request.application.state.to_string(),
    };
    Ok(page(&visit, &request, &form, &Errors::default()).into_response())
}

async fn revoke(
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    let seen = form.seen.parse().map_err(|_| PageError::Malformed)?;
    let reason = match Reason::parse(&form.reason) {
        Ok(reason) => reason,
        Err(error) => {
            let errors = Errors::of("reason", error.into());
            let request = find(&visit, id).await?;
            let state = request.application.state;
            if is_own(&request) {
                return answer(&visit, id, Err(AccessError::Own), Flash::OwnRequest);
            }
            if is_in_use(&request) {
                let page = page(&visit, &request, &form, &errors);
                return Ok(page.unprocessable().into_response());
            }
            let changed = Err(AccessError::Changed { state });
            return answer(&visit, id, changed, Flash::AccessChanged);
        }
    };
    let revoked = approvals::revoke(&visit.scope, id, seen, reason).await;
    answer(&visit, id, revoked, Flash::AccessRevoked)
}

fn page(visit: &Visit, request: &RequestView, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let number = request.application.number.clone().unwrap_or_default();
    let back = routes::fill(routes::APPROVAL, &[&request.application.id]);
    let title = t::revoke_title(locale, &request.application.name);
    let crumbs = vec![
        Crumb::new(routes::APPROVALS, layout::approvals(locale)),
        Crumb::new(back.clone(), number),
    ];
    Page::new(visit, title.clone(), || {
        view! {
            {breadcrumbs(locale, crumbs, t::revoke_crumb(locale))}
            <header class="page-head">
                <div><h1>{title}</h1></div>
                {terms::stamp(request.application.state, locale)}
            </header>
            {own::recorded(request, locale)}
            {Notice::Bad.view(t::no_way_back(locale), what_stops(request, locale))}
            {about(request, locale)}
            {confirmation(form, errors, back, locale)}
        }
    })
    .narrow()
}

fn what_stops(request: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let api = &request.api.text(locale).name;
    let upgrade = request
        .upgrade_asked
        .as_ref()
        .map(|upgrade| view! { <li>{t::revoke_upgrade(locale, &upgrade.number)}</li> });
    view! {
        <ul>
            <li>{t::revoke_keys(locale)}</li>
            <li>{t::revoke_tokens(locale)}</li>
            <li>{t::revoke_calls(locale, api)} " " {recent_calls(request.recent_calls, locale)}</li>
            {upgrade}
        </ul>
        <p>{t::revoke_after(locale)}</p>
    }
}

fn about(request: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let key = request.public_key.as_ref().map(ToString::to_string);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                {facts::fact(words::name(locale), request.application.name.clone())}
                {facts::fact(words::api(locale), request.api.text(locale).name.clone())}
                {facts::fact(words::plan(locale), terms::plan(request.application.plan, locale))}
                {facts::fact(words::legal_name(locale), request.group.legal_name.clone())}
                {facts::fact(words::group(locale), request.group.name.clone())}
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
            {error_summary(errors, &[("reason", words::reason(locale))], locale)}
            <input type="hidden" name="seen" value=form.seen.clone()/>
            {reason.view(errors, locale)}
            <div class="actions">
                <button class="btn btn--danger">{t::revoke(locale)}</button>
                <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
            </div>
        </form>
    }
}
