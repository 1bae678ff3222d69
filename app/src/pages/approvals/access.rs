//! Suspending and resuming the access of an application.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    applications::{
        State,
        approvals::{self, AccessError, RequestView, Standing},
    },
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, number, terms as words};

use super::{
    MANAGER,
    decide::{Form, back},
    own,
    request::{find, page, parse_id},
};
use crate::{
    components::Notice,
    forms::{Errors, TextField, error_summary},
    routes,
    web::{Flash, PageError, Posted, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_SUSPEND, back)
        .post(MANAGER, routes::APPROVAL_SUSPEND, suspend)
        .get(MANAGER, routes::APPROVAL_RESUME, back)
        .post(MANAGER, routes::APPROVAL_RESUME, resume)
}

/// Whether the application can be suspended, resumed or revoked.
pub(super) fn is_in_use(request: &RequestView) -> bool {
    let application = &request.application;
    application.upgrades.is_none()
        && matches!(application.state, State::Approved | State::Suspended)
}

/// Whether it is for others to act on it.
pub(super) fn is_own(request: &RequestView) -> bool {
    request.standing == Standing::Barred
}

async fn suspend(
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    match form.reason() {
        Ok(reason) => answer(
            &visit,
            id,
            approvals::suspend(&visit.scope, id, reason).await,
            Flash::AccessSuspended,
        ),
        Err(errors) => refuse(&visit, id, State::Approved, &form, &errors).await,
    }
}

async fn resume(
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let id = parse_id(&id)?;
    match form.remark() {
        Ok(remark) => answer(
            &visit,
            id,
            approvals::resume(&visit.scope, id, remark).await,
            Flash::AccessResumed,
        ),
        Err(errors) => refuse(&visit, id, State::Suspended, &form, &errors).await,
    }
}

/// Back to the application, saying what was done or who was faster.
pub(super) fn answer(
    visit: &Visit,
    id: ApplicationId,
    acted: Result<(), AccessError>,
    flash: Flash,
) -> Result<Response, PageError> {
    let flash = match acted {
        Ok(()) => flash,
        Err(AccessError::Changed { .. }) => Flash::AccessChanged,
        Err(AccessError::Own) => Flash::OwnRequest,
        Err(AccessError::NotFound) => return Err(PageError::NotFound),
        Err(AccessError::Forbidden(forbidden)) => return Err(forbidden.into()),
        Err(AccessError::Database(error)) => return Err(error.into()),
    };
    Ok(see_other_with(
        &routes::fill(routes::APPROVAL, &[&id]),
        flash,
        visit,
    ))
}

/// The form again, unless somebody else acted while this one was filled in.
async fn refuse(
    visit: &Visit,
    id: ApplicationId,
    from: State,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let request = find(visit, id).await?;
    let state = request.application.state;
    if is_own(&request) {
        return answer(visit, id, Err(AccessError::Own), Flash::OwnRequest);
    }
    if is_in_use(&request) && state == from {
        return Ok(page(visit, &request, form, errors)
            .unprocessable()
            .into_response());
    }
    answer(
        visit,
        id,
        Err(AccessError::Changed { state }),
        Flash::AccessChanged,
    )
}

/// What may be done to the application as it stands.
pub(super) fn panel(
    request: &RequestView,
    form: &Form,
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = request.application.id;
    let suspended = request.application.state == State::Suspended;
    let (route, said, hint, class, label) = if suspended {
        (
            routes::APPROVAL_RESUME,
            words::remark(locale),
            t::resume_hint(locale),
            "btn",
            t::resume(locale),
        )
    } else {
        (
            routes::APPROVAL_SUSPEND,
            words::reason(locale),
            t::suspend_hint(locale),
            "btn btn--danger",
            t::suspend(locale),
        )
    };
    let reason = TextField {
        name: "reason",
        label: said,
        value: form.reason.clone(),
        hint: Some(hint),
        kind: "textarea",
        optional: suspended,
        ..TextField::default()
    };
    let form = (!is_own(request)).then(|| view! {
            {own::recorded(request, locale)}
            <form class="form" method="post" novalidate action=routes::fill(route, &[&id])>
                {error_summary(errors, &[("reason", said)], locale)}
                {reason.view(errors, locale)}
                <div class="actions">
                    <button class=class>{label}</button>
                    <a class="btn btn--quiet" href=routes::fill(routes::APPROVAL_REVOKE, &[&id])>
                        {t::to_revoke(locale)}
                    </a>
                </div>
            </form>
    });
    view! {
        <section class="panel">
            <h2>{t::access(locale)}</h2>
            {upgrade_asked(request, locale)}
            <p class="soft">{recent_calls(request.recent_calls, locale)}</p>
            {own::barred(request, locale)}
            {form}
        </section>
    }
}

/// Who stops something should know how much it is used.
pub(super) fn recent_calls(calls: u64, locale: Locale) -> String {
    match calls {
        0 => t::no_recent_calls(locale).to_owned(),
        1 => t::one_recent_call(locale).to_owned(),
        calls => t::recent_calls(locale, number::count(calls, locale)),
    }
}

/// Who acts on a Trial should know that it asks to go on.
fn upgrade_asked(request: &RequestView, locale: Locale) -> impl IntoView + use<> {
    request.upgrade_asked.as_ref().map(|upgrade| {
        let href = routes::fill(routes::APPROVAL, &[&upgrade.id]);
        let link = t::see_request(locale, &upgrade.number);
        Notice::Wait.view(
            t::upgrade_waits(locale),
            view! { <p><a href=href>{link}</a></p> },
        )
    })
}
