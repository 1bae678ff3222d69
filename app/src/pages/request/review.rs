//! The third step: all that was said, side by side, to be filed or changed.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals,
    clock::Timestamp,
    groups::Group,
    requests::{self, Draft, EarlierTrial, SubmitError},
};
use leptos::prelude::*;
use locales::{Locale, api, common, request as t, terms as words};
use serde::Deserialize;

use super::{
    draft::{OwnDraft, next_path, step_route},
    facts::{ApplicantFacts, ApplicationFacts},
    frame::{RequestTarget, Stage, StepHead, title},
};
use crate::{
    components::{Notice, NoticeKind, terms::plan as plan_name, time},
    pages::catalogue::PlanTerms,
    routes,
    web::{
        Access::Member, Flash, Page, PageError, PostedForm, Site, Visit, request_path, see_other,
        see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::REQUEST_REVIEW, show)
        .post(Member, routes::REQUEST_REVIEW, submit)
}

async fn show(visit: Visit, OwnDraft(draft): OwnDraft) -> Result<Response, PageError> {
    let Some(group) = draft.group.as_ref().filter(|_| draft.missing().is_none()) else {
        return Ok(see_other(&next_path(&draft)));
    };
    let trial = requests::earlier_trial(&visit.scope, &draft).await?;
    Ok(page(&visit, &draft, group, trial.as_ref()).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    reviewed: String,
}

impl Form {
    /// When the draft that was reviewed was last changed; a time of no draft if it does not say.
    fn reviewed(&self) -> Timestamp {
        let micros = self.reviewed.parse().unwrap_or_default();
        Timestamp::from_timestamp_micros(micros).unwrap_or_default()
    }
}

async fn submit(
    visit: Visit,
    OwnDraft(draft): OwnDraft,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let id = draft.id;
    let review = routes::fill(routes::REQUEST_REVIEW, &[&id]);
    let (vault, catalogue) = (visit.vault(), visit.catalogue());
    match approvals::submit(&visit.scope, vault, catalogue, id, form.reviewed()).await {
        Ok(submitted) => Ok(see_other(&request_path(submitted.request))),
        Err(SubmitError::Incomplete(step)) => {
            Ok(see_other(&routes::fill(step_route(Some(step)), &[&id])))
        }
        Err(SubmitError::NotOffered) => Ok(see_other(&review)),
        Err(SubmitError::Changed) => Ok(see_other_with(&review, Flash::DraftChanged, &visit)),
        Err(SubmitError::AlreadyOpen(open)) => Ok(see_other_with(
            &request_path(open),
            Flash::AlreadyOpen,
            &visit,
        )),
        Err(SubmitError::TooOften(wait)) => Err(wait.into()),
        Err(SubmitError::Common(error)) => Err(error.into()),
    }
}

fn page(visit: &Visit, draft: &Draft, group: &Group, trial: Option<&EarlierTrial>) -> Page {
    let locale = visit.locale;
    let target = RequestTarget::from(draft);
    let id = draft.id;
    let person = visit
        .person()
        .map(domain::Person::full_name)
        .unwrap_or_default();
    Page::new(visit, title(target, Stage::Review, locale), || {
        view! {
            <StepHead target=&target stage=Stage::Review lead=t::review_lead(locale) locale/>
            <div class="pairs">
                <section class="ticket">
                    <PartHead
                        name=words::application(locale)
                        href=routes::fill(routes::REQUEST_APPLICATION, &[&id])
                        what=t::change_application(locale) locale
                    />
                    <hr class="tear"/>
                    <div class="stub"><ApplicationFacts draft locale/></div>
                </section>
                <section class="ticket">
                    <PartHead
                        name=t::identification(locale)
                        href=routes::fill(routes::REQUEST_GROUP, &[&id])
                        what=t::change_applicant(locale) locale
                    />
                    <hr class="tear"/>
                    <div class="stub"><ApplicantFacts person group locale/></div>
                </section>
            </div>
            {terms_of_use(draft, locale)}
            {trial.map(|trial| earlier_trial_notice(trial, visit))}
            {submit_form(draft, visit)}
        }
    })
}

/// The terms of use of the plan, where it has some of its own.
fn terms_of_use(draft: &Draft, locale: Locale) -> impl IntoView + use<> {
    let (api, plan) = (&draft.api, draft.plan);
    let title = api::plan_terms(locale, plan_name(plan, locale));
    api.text(locale).terms.contains_key(&plan).then(|| {
        view! {
            <section class="panel">
                <h2>{title}</h2>
                <PlanTerms api plan locale/>
            </section>
        }
    })
}

/// Says that the group had a Trial of the API before, and that the contract manager sees it.
fn earlier_trial_notice(trial: &EarlierTrial, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let approved = time::date_time(trial.approved_at, visit);
    let before = t::earlier_trial_text(locale, &trial.name, &trial.number, approved);
    view! {
        <Notice
            kind=NoticeKind::Wait title=t::earlier_trial(locale) content=view! { <p>{before}</p> }
        />
    }
}

/// The button that submits the request as it is shown, if the API is still offered on the plan.
fn submit_form(draft: &Draft, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    if !visit.apis.offers(draft.api.id, draft.plan) {
        return view! {
            <Notice kind=NoticeKind::Bad title=t::not_offered(locale) content=not_offered_text(locale)/>
        }
        .into_any();
    }
    let reviewed = draft.updated_at.timestamp_micros().to_string();
    let back = routes::fill(routes::REQUEST_APPLICATION, &[&draft.id]);
    view! {
        <form method="post">
            <input type="hidden" name="reviewed" value=reviewed/>
            <div class="actions actions--ends">
                <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                <button class="btn">{t::submit(locale)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn not_offered_text(locale: Locale) -> impl IntoView {
    view! {
        <p>
            {t::not_offered_text(locale)} " " <a href=routes::CATALOGUE>{t::see_catalogue(locale)}</a>
        </p>
    }
}

/// A part of the request, with the way back to the step that wrote it.
#[component]
fn PartHead(name: &'static str, href: String, what: &'static str, locale: Locale) -> impl IntoView {
    view! {
        <header class="ticket__head">
            <h2 class="ticket__title">{name}</h2>
            <a class="small" href=href>
                {t::change(locale)} <span class="visually-hidden">" " {what}</span>
            </a>
        </header>
    }
}
