//! Asking for access to an API: a draft, which the person may read and change on its pages, and filing
//! it.

use std::collections::BTreeMap;

use app::{routes, web::request_path};
use domain::{
    Error,
    approvals::{self, FileError},
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApplicationId, GroupId, RequestId},
    requests::{
        self, ChooseError, DraftText, GroupChoice, RequestState, Step, SubmitError, WriteOutcome,
    },
    values::{ApplicationName, Description},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    catalogue::find,
    failure::Failure,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::{ApiError, Conflict, RequestAttributes, answers, request_attributes};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct NewDraft {
    /// The slug of the API, as `search_catalogue` names it.
    #[schemars(length(min = 1, max = 100))]
    api: String,
    /// One of the API's plans.
    #[schemars(schema_with = "shapes::plan")]
    plan: Plan,
    /// The group that asks, as `my_groups` names it.
    #[schemars(schema_with = "shapes::id")]
    group: GroupId,
    /// What the application is called.
    #[schemars(length(min = 2, max = 80))]
    name: String,
    /// What it is for, in whole sentences: a contract manager decides by it.
    #[schemars(length(min = 10, max = 1000))]
    description: String,
    /// Answers to the questions of the API, by the names that `read_api` gives: a day as 2026-11-30, a
    /// choice by its words. Ask the person; do not make answers up.
    #[serde(default)]
    answers: BTreeMap<String, String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldDraft {
    #[schemars(schema_with = "shapes::id")]
    draft: RequestId,
    /// What `submit_request` takes, so that nothing is filed that was changed meanwhile.
    revision: Timestamp,
    /// Whether it can be filed.
    is_complete: bool,
    /// Where the person reads it, changes it, and may file it.
    link: String,
}

pub struct DraftRequest;

impl Tool for DraftRequest {
    type Input = NewDraft;
    type Output = ToldDraft;

    const NAME: &'static str = "draft_request";
    const TITLE: &'static str = "Draft a request for access";
    const DESCRIPTION: &'static str = "Writes a draft of a request for access to an API. Only the person \
        sees it, at the link in the answer; nothing is asked for until it is filed. A person has one \
        draft for each API and plan, which is overwritten. Show it to the person before \
        submit_request.";
    const EFFECT: Effect = Effect::Overwrites;

    async fn call(agent: Agent, input: NewDraft) -> Result<Told<ToldDraft>, Failure> {
        let api = find(&agent, &input.api).await?;
        let name = ApplicationName::parse(&input.name).map_err(ApiError::text("name"))?;
        let description = Description::parse(&input.description);
        let description = description.map_err(ApiError::text("description"))?;
        let answers = answers::read(&api.request_form, &input.answers)?;
        let is_answered = api.request_form.is_answered_by(&answers);
        let missing = (!is_answered).then_some(Step::Description);
        let text = DraftText {
            name,
            description,
            answers,
        };
        let (scope, catalogue) = (&agent.caller.scope, agent.caller.catalogue());
        let (offer, group) = ((api.id, input.plan), GroupChoice::Existing(input.group));
        let written = requests::write(scope, catalogue, offer, group, text).await;
        let (draft, revision) = match written.map_err(not_written)? {
            WriteOutcome::Draft(draft, revision) => (draft, revision),
            WriteOutcome::AlreadyOpen(open) => return Err(already_open(&agent, open)),
        };
        let data = ToldDraft {
            draft,
            revision,
            is_complete: missing.is_none(),
            link: draft_link(&agent, draft, missing),
        };
        let text = match missing {
            None => format!(
                "The draft is complete. The person reads it at {}",
                data.link
            ),
            Some(_) => {
                "The draft is written, but a question of the API is not answered.".to_owned()
            }
        };
        Ok(Told { text, data })
    }
}

/// The page of a draft where the person goes on.
pub fn draft_link(agent: &Agent, draft: RequestId, missing: Option<Step>) -> String {
    let page = match missing {
        None => routes::REQUEST_REVIEW,
        Some(Step::Group) => routes::REQUEST_GROUP,
        Some(Step::Description) => routes::REQUEST_APPLICATION,
    };
    agent.link(&routes::fill(page, &[&draft]))
}

fn not_written(error: ChooseError) -> ApiError {
    match error {
        ChooseError::UnknownGroup | ChooseError::NameTaken => ApiError::Related("group"),
        ChooseError::TooOften(wait) => wait.into(),
        ChooseError::Common(Error::NotFound(_)) => ApiError::Conflict(Conflict::NotOffered),
        ChooseError::Common(error) => error.into(),
    }
}

fn already_open(agent: &Agent, open: RequestId) -> Failure {
    let link = agent.link(&request_path(open));
    Failure::said(format!(
        "The group has an open request for this API and plan already: {link}. Wait for its decision."
    ))
}

fn not_filed(agent: &Agent, error: SubmitError) -> Failure {
    match error {
        SubmitError::AlreadyOpen(open) => already_open(agent, open),
        SubmitError::Changed => Failure::said(
            "The draft is not as you wrote it: somebody changed it. Nothing was filed. The person \
             reads it and files it on its page, or you write it anew with draft_request.",
        ),
        SubmitError::Incomplete(_) => Failure::said(
            "The draft is not complete: it has no group, or a question of the API is not answered. \
             Nothing was filed. read_api names the questions; write the draft anew with draft_request.",
        ),
        other => FileError::from(other).into(),
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct FiledDraft {
    /// The draft, as `draft_request` named it.
    #[schemars(schema_with = "shapes::id")]
    draft: RequestId,
    /// Its revision, as `draft_request` named it.
    revision: Timestamp,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldRequest {
    #[schemars(schema_with = "shapes::id")]
    request: RequestId,
    /// The application that it makes; null until it is approved.
    #[schemars(with = "Option<String>")]
    application: Option<ApplicationId>,
    #[serde(flatten)]
    attributes: RequestAttributes,
    /// Where the person sees what becomes of it.
    link: String,
}

pub struct SubmitRequest;

impl Tool for SubmitRequest {
    type Input = FiledDraft;
    type Output = ToldRequest;

    const NAME: &'static str = "submit_request";
    const TITLE: &'static str = "File a request for access";
    const DESCRIPTION: &'static str = "Files a draft, in the name of the person, after they agreed to \
        it. A Trial that the API lets the portal approve is approved at once; all others wait for a \
        contract manager, who may refuse. It binds the company of the group. Filing the same draft \
        twice files one request.";
    const EFFECT: Effect = Effect::Binds;

    async fn call(agent: Agent, input: FiledDraft) -> Result<Told<ToldRequest>, Failure> {
        let (scope, services) = (&agent.caller.scope, &agent.caller.services);
        let (vault, catalogue) = (&services.vault, &services.catalogue);
        let filed = approvals::submit(scope, vault, catalogue, input.draft, input.revision).await;
        let filed = filed.map_err(|error| not_filed(&agent, error))?;
        let request = requests::visible_one(scope, filed.request).await?;
        let request = request.ok_or(ApiError::NotFound)?;
        let is_approved = request.state == RequestState::Approved;
        let text = if is_approved {
            format!(
                "Request {} is approved. The application is there.",
                filed.number
            )
        } else {
            format!(
                "Request {} is filed. A contract manager decides.",
                filed.number
            )
        };
        let data = ToldRequest {
            request: request.id,
            application: is_approved.then_some(request.application_id),
            link: agent.link(&request_path(request.id)),
            attributes: request_attributes(request),
        };
        Ok(Told { text, data })
    }
}
