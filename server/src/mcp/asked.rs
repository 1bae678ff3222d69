//! What became of requests, and the drafts that were not filed yet.

use app::web::request_path;
use domain::{
    PageRequest,
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApplicationId, GroupId, RequestId},
    requests::{self, Decision, Draft, Request, RequestFilter, RequestKind, RequestState},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    mine::place,
    requests::draft_link,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::{RequestAttributes, request_attributes};

const PAGE: usize = 25;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedRequests {
    /// Only those in this state. One that is `awaiting-applicant` waits for the person, who answers a
    /// contract manager's question on its page.
    #[serde(default)]
    #[schemars(schema_with = "shapes::request_state")]
    state: Option<RequestState>,
    /// The `next` of the page before; the first page without it.
    #[serde(default)]
    #[schemars(schema_with = "shapes::cursor")]
    after: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldRequests {
    /// The newest first.
    requests: Vec<ListedRequest>,
    /// Where the next page begins; null on the last one.
    next: Option<String>,
    /// What the person has not filed yet, with the first page of all requests.
    drafts: Vec<ListedDraft>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedRequest {
    #[schemars(schema_with = "shapes::id")]
    request: RequestId,
    /// The slug of its API; null where the API is no more.
    api: Option<String>,
    #[schemars(schema_with = "shapes::id")]
    group: GroupId,
    /// The application that it made or changes; null until the request that makes it is approved.
    #[schemars(with = "Option<String>")]
    application: Option<ApplicationId>,
    #[serde(flatten)]
    attributes: RequestAttributes,
    /// How it ended; null while it waits for a contract manager or for the person.
    decision: Option<ToldDecision>,
    /// Its page.
    link: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ToldDecision {
    at: Timestamp,
    /// What whoever decided wrote: the reason of a refusal.
    reason: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedDraft {
    #[schemars(schema_with = "shapes::id")]
    draft: RequestId,
    /// What `submit_request` takes.
    revision: Timestamp,
    /// The slug of its API.
    api: String,
    #[schemars(schema_with = "shapes::plan")]
    plan: Plan,
    /// Empty until it is written.
    name: String,
    /// Whether it can be filed.
    is_complete: bool,
    /// Where the person goes on with it.
    link: String,
}

impl ListedRequest {
    fn of((request, decision): (Request, Option<Decision>), agent: &Agent) -> Self {
        let api = agent.caller.catalogue().current().find(request.api_id);
        let is_approved = request.state == RequestState::Approved;
        let is_there = is_approved || request.kind == RequestKind::PlanChange;
        Self {
            request: request.id,
            api: api.map(|api| api.slug.clone()),
            group: request.group_id,
            application: is_there.then_some(request.application_id),
            decision: decision.map(|decision| ToldDecision {
                at: decision.at,
                reason: decision.said,
            }),
            link: agent.link(&request_path(request.id)),
            attributes: request_attributes(request),
        }
    }
}

impl ListedDraft {
    fn of(draft: Draft, agent: &Agent) -> Self {
        let missing = draft.missing();
        Self {
            draft: draft.id,
            revision: draft.updated_at,
            api: draft.api.slug.clone(),
            plan: draft.plan,
            name: draft.name,
            is_complete: missing.is_none(),
            link: draft_link(agent, draft.id, missing),
        }
    }
}

pub struct MyRequests;

impl Tool for MyRequests {
    type Input = WantedRequests;
    type Output = ToldRequests;

    const NAME: &'static str = "my_requests";
    const TITLE: &'static str = "My requests";
    const DESCRIPTION: &'static str = "Lists the requests for access that the person or their groups \
        filed, the newest first, with how each was decided and why, and the drafts that are not filed. A \
        contract manager sees the requests of all groups. Use it to learn what became of \
        submit_request.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: WantedRequests) -> Result<Told<ToldRequests>, Failure> {
        let (scope, catalogue) = (&agent.caller.scope, agent.caller.catalogue());
        let after = place(input.after.as_deref())?;
        let wanted = RequestFilter {
            state: input.state,
            ..RequestFilter::default()
        };
        let page = PageRequest {
            after,
            size: PAGE,
            oldest_first: false,
        };
        let found = requests::page_with_decisions(scope, wanted, page).await?;
        let drafts = if after.is_none() && input.state.is_none() {
            requests::drafts(scope, catalogue).await?
        } else {
            Vec::new()
        };
        let requests = found.items.into_iter();
        let requests = requests.map(|it| ListedRequest::of(it, &agent));
        let drafts = drafts.into_iter().map(|it| ListedDraft::of(it, &agent));
        let data = ToldRequests {
            requests: requests.collect(),
            next: found.next.map(|next| next.to_string()),
            drafts: drafts.collect(),
        };
        let text = format!(
            "{} requests, {} drafts.",
            data.requests.len(),
            data.drafts.len()
        );
        Ok(Told { text, data })
    }
}
