//! Suspending and resuming the access of an application.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::{Application, ApplicationState},
    approvals::{self, AccessError, ConflictOfInterest, Review},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, conditions, number, terms as words};

use super::{
    MANAGER,
    decide::{Form, back, to_request},
    from_list::FromList,
    own,
    plan::may_move,
    request::{find, page},
};
use crate::{
    components::{ConditionFacts, Notice, NoticeKind},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_SUSPEND, back)
        .post(MANAGER, routes::APPROVAL_SUSPEND, suspend)
        .get(MANAGER, routes::APPROVAL_RESUME, back)
        .post(MANAGER, routes::APPROVAL_RESUME, resume)
}

/// Whether the reader is the applicant or a member of the group, so that others must act.
pub(super) fn is_own(review: &Review) -> bool {
    review.conflict == ConflictOfInterest::Barred
}

async fn suspend(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    PostedForm(form): PostedForm<Form>,
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
    PostedForm(form): PostedForm<Form>,
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
        Err(AccessError::NotCovered) => Flash::NotCovered,
        Err(AccessError::ContractEnded) => Flash::ContractEnded,
        Err(AccessError::Common(error)) => return Err(error.into()),
    };
    Ok(to_request(visit, id.request(), flash))
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
#[component]
pub(super) fn AccessPanel<'a>(
    review: &'a Review,
    application: &'a Application,
    form: &'a Form,
    list: &'a FromList,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = application.id;
    let carried = |route: &str| list.carried_by(&routes::fill(route, &[&id]));
    let suspended = application.state == ApplicationState::Suspended;
    let AccessStep {
        route,
        said,
        hint,
        class,
        label,
    } = access_step(suspended, locale);
    let form = (review.is_covered && !is_own(review)).then(|| {
        view! {
            <own::RecordedNotice review locale/>
            <form class="form" method="post" novalidate action=carried(route)>
                <ErrorSummary errors labels=[FieldLabel::new("reason", said)] locale/>
                <TextField
                    name="reason" label=said value=form.reason.as_str() hint
                    kind=FieldKind::Paragraphs optional=suspended errors locale
                />
                <div class="actions">
                    <button class=class>{label}</button>
                    <a class="btn btn--quiet" href=carried(routes::APPROVAL_REVOKE)>
                        {t::to_revoke(locale)}
                    </a>
                    <a class="btn btn--quiet" href=carried(routes::APPROVAL_CONDITIONS)>
                        {conditions::change(locale)}
                    </a>
                    {may_move(review).then(|| view! {
                        <a class="btn btn--quiet" href=carried(routes::APPROVAL_PLAN)>
                            {conditions::move_plan(locale)}
                        </a>
                    })}
                </div>
            </form>
        }
    });
    view! {
        <section class="panel">
            <h2>{t::access(locale)}</h2>
            {open_plan_change(review, locale)}
            <p class="soft">{recent_calls(review.recent_calls, locale)}</p>
            {review.conditions.as_ref().filter(|it| !it.is_empty()).map(|conditions| view! {
                <dl class="facts"><ConditionFacts conditions locale/></dl>
            })}
            <own::BarredNotice review locale/>
            {form}
        </section>
    }
}

/// What the form of the panel does to an application.
struct AccessStep {
    route: &'static str,
    /// What the text is called that is said with it.
    said: &'static str,
    hint: &'static str,
    /// The look of the button.
    class: &'static str,
    label: &'static str,
}

const fn access_step(suspended: bool, locale: Locale) -> AccessStep {
    if suspended {
        AccessStep {
            route: routes::APPROVAL_RESUME,
            said: words::remark(locale),
            hint: t::resume_hint(locale),
            class: "btn",
            label: t::resume(locale),
        }
    } else {
        AccessStep {
            route: routes::APPROVAL_SUSPEND,
            said: words::reason(locale),
            hint: t::suspend_hint(locale),
            class: "btn btn--danger",
            label: t::suspend(locale),
        }
    }
}

/// How many calls the application made lately, for whoever is about to stop it.
pub(super) fn recent_calls(calls: u64, locale: Locale) -> String {
    match calls {
        0 => t::no_recent_calls(locale).to_owned(),
        1 => t::one_recent_call(locale).to_owned(),
        calls => t::recent_calls(locale, number::count(calls, locale)),
    }
}

/// Says that the application waits for a plan change.
fn open_plan_change(review: &Review, locale: Locale) -> impl IntoView + use<> {
    review.open_plan_change.as_ref().map(|request| {
        let href = routes::fill(routes::APPROVAL, &[&request.id]);
        let link = t::see_request(locale, &request.number);
        view! {
            <Notice
                kind=NoticeKind::Wait title=t::plan_change_waits(locale)
                content=view! { <p><a href=href>{link}</a></p> }
            />
        }
    })
}
