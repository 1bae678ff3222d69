//! Decisions on several requests at once, each with a result of its own.

use std::sync::Arc;

use axum::{http::StatusCode, response::Response};
use domain::{
    Services,
    approvals::{self, Taken},
    ids::RequestId,
};
use locales::Locale;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use validator::Validate;

use super::{
    body::new_resource,
    caller::Language,
    decisions::{Outcome, new_decision, reason},
    error::{ApiError, Conflict},
    error_texts,
    idempotency::{Call, Key},
    json_api::{self, One, resource},
};

const TYPE: &str = "bulk-decisions";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(decide_all))
}

new_resource!(NewBulkDecision, NewBulkDecisionData {
    type: "bulk-decisions", attributes: NewBulkDecisionAttributes
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewBulkDecisionAttributes {
    #[schema(inline)]
    outcome: Outcome,
    /// What the applicants are told; a rejection needs it.
    #[schema(min_length = 5, max_length = 1000)]
    #[validate(length(min = 5, max = 1000))]
    reason: Option<String>,
    /// The requests to decide on, in this order.
    #[schema(min_items = 1, max_items = 100)]
    #[validate(length(min = 1, max = 100))]
    requests: Vec<Uuid>,
}

#[derive(Serialize, ToSchema)]
pub struct BulkDecisionAttributes {
    /// One for each request, in the order that they were sent in; each is decided once.
    results: Vec<DecisionResult>,
}

#[derive(Serialize, ToSchema)]
pub struct DecisionResult {
    request: String,
    decided: bool,
    /// Why it was not decided, as the code of an error of a single decision.
    code: Option<&'static str>,
    /// The same in the caller's language.
    detail: Option<String>,
}

resource!(BulkDecisionResource {
    attributes: BulkDecisionAttributes,
});

/// Approves or rejects several requests, for a contract manager. Each is decided by itself: one that
/// cannot be stops none of the others. A request whose applicant was asked something is not decided;
/// decide on it by itself. If the answer is lost, the requests tell what was decided.
#[utoipa::path(
    post, path = "/bulk-decisions", tag = "requests", operation_id = "decideRequests",
    params(Key),
    request_body = NewBulkDecision,
    responses(
        (status = 200, description = "What became of each.", body = One<BulkDecisionResource>),
    ),
)]
async fn decide_all(
    Language(locale): Language,
    call: Call<NewBulkDecision>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let NewBulkDecisionAttributes {
            outcome,
            reason: said,
            requests,
        } = new.data.attributes;
        let said = said.as_deref().map(reason).transpose()?;
        let decision = new_decision(outcome, said)?;
        let requests: Vec<RequestId> = requests.into_iter().map(RequestId::from).collect();
        let (scope, vault) = (&caller.scope, &caller.services.vault);
        let decided = approvals::decide_several(scope, vault, &requests, &decision).await?;
        let results = decided.into_iter().map(|it| result(it, locale)).collect();
        let data = BulkDecisionResource {
            kind: TYPE,
            id: caller.scope.portal.new_id::<RequestId>().to_string(),
            attributes: BulkDecisionAttributes { results },
            links: None,
        };
        let document = One {
            data,
            included: None,
        };
        Ok(json_api::answer(StatusCode::OK, &document))
    })
    .await
}

/// What became of one. Whoever took the same decision before is told that it was taken.
fn result(decided: approvals::DecisionResult, locale: Locale) -> DecisionResult {
    let error = match decided.outcome {
        Ok(Taken::Now) => None,
        Ok(Taken::Before) => Some(ApiError::Conflict(Conflict::Decided)),
        Err(error) => Some(error.into()),
    };
    DecisionResult {
        request: decided.request.to_string(),
        decided: error.is_none(),
        code: error.as_ref().map(ApiError::code),
        detail: error.map(|error| error_texts::remedy(&error, locale)),
    }
}
