//! Suspending and resuming the access of an application.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::{Application, ApplicationState},
    approvals::{self, AccessError, ConflictOfInterest, Review},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, number, terms as words};

use super::{
    MANAGER,
    decide::{Form, back},
    own,
    request::{find, page},
};
use crate::{
    components::Notice,
    forms::{Errors, TextField, error_summary},
    routes,
    web::{Flash, Ids, PageError, Posted, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_SUSPEND, back)
        .post(MANAGER, routes::APPROVAL_SUSPEND, suspend)
        .get(MANAGER, routes::APPROVAL_RESUME, back)
        .post(MANAGER, routes::APPROVAL_RESUME, resume)
}

/// Whether it is for others to act on it.
pub(super) fn is_own(review: &Review) -> bool {
    review.conflict == ConflictOfInterest::Barred
}

async fn suspend(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    match form.reason() {
        Ok(reason) => answer(
            &visit,
            id,
            approvals::suspend(&visit.scope, id, reason).await,
            Flash::AccessSuspended,
        ),
        Err(errors) => refuse(&visit, id, ApplicationState::Approved, &form, &errors).await,
    }
}

async fn resume(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    match form.remark() {
        Ok(remark) => answer(
            &visit,
            id,
            approvals::resume(&visit.scope, id, remark).await,
            Flash::AccessResumed,
        ),
        Err(errors) => refuse(&visit, id, ApplicationState::Suspended, &form, &errors).await,
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
    from: ApplicationState,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let review = find(visit, id.request()).await?;
    if is_own(&review) {
        return answer(visit, id, Err(AccessError::Own), Flash::OwnRequest);
    }
    let status = review.status();
    if status == from.into() {
        return Ok(page(visit, &review, form, errors)
            .unprocessable()
            .into_response());
    }
    let changed = Err(AccessError::Changed { status });
    answer(visit, id, changed, Flash::AccessChanged)
}

/// What may be done to the application as it stands.
pub(super) fn panel(
    review: &Review,
    application: &Application,
    form: &Form,
    errors: &Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = application.id;
    let suspended = application.state == ApplicationState::Suspended;
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
    let form = (!is_own(review)).then(|| view! {
            {own::recorded(review, locale)}
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
            {open_plan_change(review, locale)}
            <p class="soft">{recent_calls(review.recent_calls, locale)}</p>
            {own::barred(review, locale)}
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
fn open_plan_change(review: &Review, locale: Locale) -> impl IntoView + use<> {
    review.open_plan_change.as_ref().map(|upgrade| {
        let href = routes::fill(routes::APPROVAL, &[&upgrade.id]);
        let link = t::see_request(locale, &upgrade.number);
        Notice::Wait.view(
            t::upgrade_waits(locale),
            view! { <p><a href=href>{link}</a></p> },
        )
    })
}
