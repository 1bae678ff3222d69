//! Moving a Trial to Pay Per Use for its group, with a reason.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals::{self, DecisionError, Review},
    catalogue::Plan,
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{approvals as words, common, conditions as t, layout, terms};
use serde::Deserialize;
use values::Reason;

use super::{MANAGER, access::is_own, decide::to_request, from_list::FromList, own, request::find};
use crate::{
    components::{Breadcrumbs, ConditionFacts, Crumb, NoUpstream},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{
        Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_PLAN, show)
        .post(MANAGER, routes::APPROVAL_PLAN, change)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    reason: String,
}

/// Whether the application may be moved, and nobody has asked for it already.
pub(super) fn may_move(review: &Review) -> bool {
    let application = review.application_in_use();
    application.is_some_and(|it| it.plan == Plan::Trial)
        && !is_own(review)
        && review.is_covered
        && review.open_plan_change.is_none()
        && review.api.offer(Plan::PayPerUse).is_some()
}

async fn show(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id.request()).await?;
    if !may_move(&review) {
        return Ok(see_other(&routes::fill(routes::APPROVAL, &[&id])));
    }
    let form = kept.unwrap_or_default();
    Ok(page(&visit, &review, &form, &Errors::default()).into_response())
}

async fn change(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let reason = match Reason::parse(&form.reason) {
        Ok(reason) => reason,
        Err(error) => {
            let review = find(&visit, id.request()).await?;
            if !may_move(&review) {
                return Ok(answer(&visit, id, Flash::NoPlanToChange));
            }
            let errors = Errors::of("reason", error.into());
            return Ok(page(&visit, &review, &form, &errors)
                .unprocessable()
                .into_response());
        }
    };
    let moved = approvals::move_to_pay_per_use(&visit.scope, visit.catalogue(), id, reason).await;
    let flash = match moved {
        Ok(()) => return Ok(moved_on(&visit, id)),
        Err(DecisionError::AlreadyDecided { .. }) => Flash::AccessChanged,
        Err(DecisionError::NoPlanToChange | DecisionError::Conditions(_)) => Flash::NoPlanToChange,
        Err(DecisionError::Own) => Flash::OwnRequest,
        Err(DecisionError::NotCovered) => Flash::NotCovered,
        Err(DecisionError::Common(error)) => return Err(error.into()),
    };
    Ok(answer(&visit, id, flash))
}

/// The list that the application was opened from, if there is one; its request otherwise.
fn moved_on(visit: &Visit, id: ApplicationId) -> Response {
    let list = FromList::of(visit);
    if list.is_carried() {
        let list = list.address_after(id.request());
        see_other_with(&list, Flash::PlanMoved, visit)
    } else {
        answer(visit, id, Flash::PlanMoved)
    }
}

fn answer(visit: &Visit, id: ApplicationId, flash: Flash) -> Response {
    to_request(visit, id.request(), flash)
}

fn page(visit: &Visit, review: &Review, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let list = FromList::of(visit);
    let back = list.carried_by(&routes::fill(routes::APPROVAL, &[&review.request.id]));
    let title = t::move_title(locale, &review.request.name);
    let crumbs = vec![
        Crumb::new(list.address(), layout::approvals(locale)),
        Crumb::new(back.clone(), words::title(locale, &review.request.number)),
    ];
    let set = review.conditions.as_ref().filter(|it| !it.is_empty());
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs here=t::move_plan(locale)/>
            <header class="page-head"><div><h1>{title}</h1></div></header>
            <own::RecordedNotice review locale/>
            <NoUpstream api=&review.api plan=Plan::PayPerUse locale/>
            <p>{t::move_effect(locale)}</p>
            {set.map(|conditions| view! {
                <dl class="facts"><ConditionFacts conditions locale/></dl>
                <p class="soft small">{t::kept_by_plan(locale)}</p>
            })}
            <form class="form" method="post" novalidate>
                <ErrorSummary
                    errors labels=[FieldLabel::new("reason", terms::reason(locale))] locale
                />
                <TextField
                    name="reason" label=terms::reason(locale) value=form.reason.as_str()
                    hint=t::move_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                <div class="actions">
                    <button class="btn">{t::move_plan(locale)}</button>
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}
