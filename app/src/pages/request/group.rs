//! The first step: the permission group that the API is for.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::{self, GroupRight, GroupSummary},
    requests::{self, ChoiceOutcome, ChooseError},
};
use leptos::prelude::*;
use locales::{common, request as t};

use super::{
    draft::{OwnDraft, see_next_step},
    frame::{RequestTarget, Stage, StepHead, title},
};
use crate::{
    components::{Icon, Symbol},
    forms::{ErrorSummary, Errors, FieldError},
    pages::group_form::{GroupField, GroupForm, labels},
    routes,
    web::{
        Access::Member, Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, request_path,
        see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_GROUP, show)
        .post(Member, routes::REQUEST_GROUP, choose)
}

async fn show(
    visit: Visit,
    OwnDraft(draft): OwnDraft,
    KeptForm(kept): KeptForm<GroupForm>,
) -> Result<Page, PageError> {
    let groups = groups::mine_where(&visit.scope, GroupRight::Request).await?;
    let group = draft.group.as_ref().map(|group| group.id);
    let form = kept.unwrap_or_else(|| GroupForm::with_group(group, &groups));
    Ok(page(
        &visit,
        RequestTarget::from(&draft),
        &groups,
        &form,
        &Errors::default(),
    ))
}

async fn choose(
    visit: Visit,
    OwnDraft(draft): OwnDraft,
    PostedForm(form): PostedForm<GroupForm>,
) -> Result<Response, PageError> {
    let target = RequestTarget::from(&draft);
    let choice = match form.choice() {
        Ok(choice) => choice,
        Err(errors) => return page_with_errors(&visit, target, &form, &errors).await,
    };
    let outcome = requests::choose_group(&visit.scope, draft.id, choice).await;
    answer(&visit, target, &form, outcome).await
}

/// What a choice leads to: the next step, the request that is open already, or the form again.
pub async fn answer(
    visit: &Visit,
    target: RequestTarget<'_>,
    form: &GroupForm,
    outcome: Result<ChoiceOutcome, ChooseError>,
) -> Result<Response, PageError> {
    match outcome {
        Ok(ChoiceOutcome::Draft(id)) => see_next_step(visit, id).await,
        Ok(ChoiceOutcome::AlreadyOpen(id)) => {
            Ok(see_other_with(&request_path(id), Flash::AlreadyOpen, visit))
        }
        Err(ChooseError::UnknownGroup) => {
            page_with_errors(
                visit,
                target,
                form,
                &Errors::of("group", FieldError::Choose),
            )
            .await
        }
        Err(ChooseError::NameTaken) => {
            let errors = Errors::of("name", FieldError::GroupExists);
            page_with_errors(visit, target, form, &errors).await
        }
        Err(ChooseError::TooOften(wait)) => Err(wait.into()),
        Err(ChooseError::Common(error)) => Err(error.into()),
    }
}

/// The form as it was sent, with what is wrong.
pub async fn page_with_errors(
    visit: &Visit,
    target: RequestTarget<'_>,
    form: &GroupForm,
    errors: &Errors,
) -> Result<Response, PageError> {
    let groups = groups::mine_where(&visit.scope, GroupRight::Request).await?;
    Ok(page(visit, target, &groups, form, errors)
        .unprocessable()
        .into_response())
}

pub fn page(
    visit: &Visit,
    target: RequestTarget,
    groups: &[GroupSummary],
    form: &GroupForm,
    errors: &Errors,
) -> Page {
    let locale = visit.locale;
    let lead = if groups.is_empty() {
        t::first_group_lead(locale)
    } else {
        t::group_lead(locale)
    };
    Page::new(visit, title(target, Stage::Group, locale), || {
        view! {
            <StepHead target=&target stage=Stage::Group lead locale/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels=labels(locale) locale/>
                <GroupField form groups errors locale/>
                <div class="actions">
                    <button class="btn">{common::continue_(locale)} <Icon symbol=Symbol::ArrowRight/></button>
                    <a class="btn btn--quiet" href=routes::fill(routes::API, &[&target.api.slug])>
                        {common::back(locale)}
                    </a>
                </div>
            </form>
        }
    })
}
