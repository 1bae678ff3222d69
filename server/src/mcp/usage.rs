//! What applications have used, and their calls one by one.

use app::StatusMeaning;
use domain::{
    ids::{ApplicationId, TransactionId},
    usage::{self, CallRecord, Window},
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    mine::place,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::{ApiError, CallAttributes, UsageAttributes, usage_attributes};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedUsage {
    /// The application, as `my_applications` names it.
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    /// Of which time; the last 30 days without it.
    #[serde(default)]
    #[schemars(schema_with = "shapes::window")]
    window: Option<Window>,
}

pub struct Usage;

impl Tool for Usage {
    type Input = WantedUsage;
    type Output = UsageAttributes;

    const NAME: &'static str = "usage";
    const TITLE: &'static str = "Use of an application";
    const DESCRIPTION: &'static str = "Counts the calls of an application and how many of them failed, \
        part by part of a time, with the median time of an answer and what its plan still gives. Use \
        `calls` to see single ones.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: WantedUsage) -> Result<Told<UsageAttributes>, Failure> {
        let scope = &agent.caller.scope;
        let (id, zone) = (input.application, scope.portal.settings.time_zone);
        let window = input.window.unwrap_or(Window::Month);
        let report = usage::report(scope, id, window, None, zone).await?;
        let report = report.ok_or(ApiError::NotFound)?;
        let quota = usage::quota_of(scope, agent.caller.catalogue(), id).await?;
        let left = quota.as_ref().map(|quota| {
            let left = quota.limit.saturating_sub(quota.used);
            format!(" {left} of the plan's {} are left.", quota.limit)
        });
        let (calls, errors) = (report.totals.calls, report.totals.errors);
        let text = format!(
            "{calls} calls, {errors} of them failed.{}",
            left.unwrap_or_default()
        );
        let data = usage_attributes(report, quota);
        Ok(Told { text, data })
    }
}

/// Which calls are listed.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    All,
    Failed,
    Succeeded,
}

fn outcomes(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "enum": ["all", "failed", "succeeded"]})
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedCalls {
    /// The application, as `my_applications` names it.
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    /// All without it; failed ones have a status of 400 or above.
    #[serde(default)]
    #[schemars(schema_with = "outcomes")]
    outcome: Option<Outcome>,
    /// Only those that were answered with this HTTP status.
    #[serde(default)]
    #[schemars(range(min = 100, max = 599))]
    status: Option<u16>,
    /// The `next` of an earlier answer; the latest calls without it.
    #[serde(default)]
    #[schemars(schema_with = "shapes::cursor")]
    after: Option<String>,
}

impl WantedCalls {
    fn takes(&self, call: &CallRecord) -> bool {
        let has_failed = call.status >= FIRST_FAILURE;
        let is_outcome = match self.outcome {
            None | Some(Outcome::All) => true,
            Some(Outcome::Failed) => has_failed,
            Some(Outcome::Succeeded) => !has_failed,
        };
        is_outcome && self.status.is_none_or(|status| status == call.status)
    }
}

const FIRST_FAILURE: u16 = 400;
/// How many pages are looked through at once for calls that are wanted.
const MAX_PAGES: usize = 4;

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldCalls {
    /// The newest first.
    calls: Vec<ToldCall>,
    /// Where to look on; null where there are no earlier calls.
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldCall {
    /// What `explain_transaction` takes.
    #[schemars(schema_with = "shapes::id")]
    transaction: TransactionId,
    #[serde(flatten)]
    call: CallAttributes,
}

impl From<CallRecord> for ToldCall {
    fn from(call: CallRecord) -> Self {
        Self {
            transaction: call.id,
            call: call.into(),
        }
    }
}

pub struct Calls;

impl Tool for Calls {
    type Input = WantedCalls;
    type Output = ToldCalls;

    const NAME: &'static str = "calls";
    const TITLE: &'static str = "Latest calls";
    const DESCRIPTION: &'static str = "Lists the latest calls of an application, the newest first: \
        when, what, and how each was answered. With `outcome` or `status` it looks through about a \
        hundred calls at a time; `next` says where to look on.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: WantedCalls) -> Result<Told<ToldCalls>, Failure> {
        let scope = &agent.caller.scope;
        let mut next = place(input.after.as_deref())?;
        let mut calls = Vec::new();
        let (mut looked_at, mut pages) = (0, 0);
        loop {
            let page = usage::latest_calls(scope, input.application, next).await?;
            let page = page.ok_or(ApiError::NotFound)?;
            looked_at += page.items.len();
            calls.extend(page.items.into_iter().filter(|call| input.takes(call)));
            next = page.next;
            pages += 1;
            if next.is_none() || !calls.is_empty() || pages == MAX_PAGES {
                break;
            }
        }
        let text = format!("{} of {looked_at} calls.", calls.len());
        let data = ToldCalls {
            calls: calls.into_iter().map(ToldCall::from).collect(),
            next: next.map(|next| next.to_string()),
        };
        Ok(Told { text, data })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OneTransaction {
    /// The transaction ID: the x-request-id of the answer.
    #[schemars(schema_with = "shapes::id")]
    transaction: TransactionId,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExplainedCall {
    #[serde(flatten)]
    call: ToldCall,
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    application_name: String,
    /// The slug of the API.
    api: String,
    /// What the answer means.
    cause: String,
    /// What to do.
    remedy: String,
    /// The field of the request that was wrong, where one was.
    field: Option<String>,
}

pub struct ExplainTransaction;

impl Tool for ExplainTransaction {
    type Input = OneTransaction;
    type Output = ExplainedCall;

    const NAME: &'static str = "explain_transaction";
    const TITLE: &'static str = "Explain a call";
    const DESCRIPTION: &'static str = "Explains one call of any of the person's applications: what was \
        called, why it was answered so, and what to do about it. It takes the transaction ID, which \
        every answer of an API has as x-request-id.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: OneTransaction) -> Result<Told<ExplainedCall>, Failure> {
        let (scope, catalogue) = (&agent.caller.scope, agent.caller.catalogue());
        let found = usage::find_call(scope, catalogue, input.transaction, agent.locale).await?;
        let found = found.ok_or(ApiError::NotFound)?;
        let status = found.call.status;
        let meaning = StatusMeaning::of(status, found.answer.as_ref(), agent.locale);
        let text = format!(
            "Answered with {status}. {} {}",
            meaning.cause, meaning.remedy
        );
        let data = ExplainedCall {
            application: found.call.application,
            field: found.call.field.clone(),
            call: found.call.into(),
            application_name: found.application.name,
            api: found.application.api.slug.clone(),
            cause: meaning.cause,
            remedy: meaning.remedy,
        };
        Ok(Told { text, data })
    }
}
