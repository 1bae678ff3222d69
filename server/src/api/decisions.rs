//! Decisions on requests.

use std::sync::Arc;

use axum::response::Response;
use chrono::NaiveDate;
use domain::{
    Role, Scope, Services,
    applications::Conditions,
    approvals::{self, Approval, DecisionError},
    clock::Timestamp,
    ids::RequestId,
    requests::{self, Decision, RequestState},
    values::{ContractNumber, Reason},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    accounts,
    body::new_resource,
    caller::{Caller, Reading},
    error::{ApiError, Conflict, Mistake},
    idempotency::{Call, Key},
    json_api::{self, One, ToMaybe, ToOne, link, resource, to_maybe, to_one},
    list,
    query::{Fields, Id, Query},
    requests as resources, schemas,
};

const TYPE: &str = "decisions";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(read_decision))
        .routes(routes!(decide))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DecisionAttributes {
    #[schema(schema_with = schemas::request_state)]
    outcome: RequestState,
    #[schema(value_type = String, format = DateTime)]
    decided_at: Timestamp,
    /// What the applicant was told.
    reason: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct DecisionRelationships {
    request: ToOne,
    /// Who decided, for contract managers; nobody where the portal itself did.
    #[serde(rename = "decidedBy")]
    decided_by: ToMaybe,
}

resource!(DecisionResource {
    attributes: DecisionAttributes,
    relationships: DecisionRelationships,
});

fn resource(scope: &Scope, request: RequestId, decision: Decision) -> DecisionResource {
    // Companies need not know which manager decided.
    let is_manager = scope.require(Role::ContractManager).is_ok();
    let decided_by = decision.by.filter(|_| is_manager);
    DecisionResource {
        kind: TYPE,
        id: request.to_string(),
        links: Some(link(format!("{}/requests/{request}/decision", super::ROOT))),
        relationships: DecisionRelationships {
            request: to_one(resources::TYPE, &request),
            decided_by: to_maybe(accounts::TYPE, decided_by),
        },
        attributes: DecisionAttributes {
            outcome: decision.outcome,
            decided_at: decision.at,
            reason: decision.said,
        },
    }
}

async fn find(caller: &Caller, id: RequestId) -> Result<DecisionResource, ApiError> {
    let scope = &caller.scope;
    requests::visible_one(scope, id)
        .await?
        .ok_or(ApiError::NotFound)?;
    let decision = requests::decision_of(scope.portal.db.reader(), id).await?;
    Ok(resource(scope, id, decision.ok_or(ApiError::NotFound)?))
}

/// How a request ended; not found while it waits.
#[utoipa::path(
    get, path = "/requests/{id}/decision", tag = "requests", operation_id = "readDecision",
    params(("id" = Uuid, Path, description = "The request."), Fields),
    responses(
        (status = 200, description = "The decision.", body = One<DecisionResource>),
    ),
)]
async fn read_decision(
    Reading(caller): Reading,
    Id(id): Id<RequestId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    list::one(find(&caller, id).await?, None, &fields)
}

new_resource!(NewDecision, NewDecisionData {
    type: "decisions", attributes: NewDecisionAttributes
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewDecisionAttributes {
    #[schema(inline)]
    outcome: Outcome,
    /// What the applicant is told; a rejection needs it.
    #[schema(min_length = 5, max_length = 1000)]
    #[validate(length(min = 5, max = 1000))]
    reason: Option<String>,
    /// Of an approval of access; those of the plan alone without it.
    #[schema(inline)]
    conditions: Option<NewConditions>,
}

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
struct NewConditions {
    /// The first day on which calls pass.
    starts_on: Option<NaiveDate>,
    /// The last one.
    ends_on: Option<NaiveDate>,
    /// Calls in each period of the plan, instead of the plan's own.
    #[schema(minimum = 1, maximum = 2_000_000_000)]
    calls: Option<u32>,
    #[schema(min_length = 1, max_length = 60)]
    contract_number: Option<String>,
}

impl NewConditions {
    fn parse(self) -> Result<Conditions, ApiError> {
        let number = self.contract_number.as_deref();
        let pointer = "/data/attributes/conditions/contractNumber";
        let number = number.map(|it| ContractNumber::parse(it).map_err(ApiError::text(pointer)));
        Ok(Conditions {
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            calls: self.calls,
            contract_number: number.transpose()?,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Approved,
    Rejected,
}

/// Approves or rejects a request, for a contract manager.
#[utoipa::path(
    post, path = "/requests/{id}/decisions", tag = "requests", operation_id = "decideRequest",
    params(("id" = Uuid, Path, description = "The request."), Key),
    request_body = NewDecision,
    responses(
        (status = 201, description = "The decision.", body = One<DecisionResource>),
    ),
)]
async fn decide(Id(id): Id<RequestId>, call: Call<NewDecision>) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let NewDecisionAttributes {
            outcome,
            reason: said,
            conditions,
        } = new.data.attributes;
        let said = said.as_deref().map(reason).transpose()?;
        match conditions {
            None => decide_one(&caller, id, outcome, said).await?,
            // A rejection has none.
            Some(_) if outcome == Outcome::Rejected => {
                let pointer = "/data/attributes/conditions";
                return Err(ApiError::invalid(pointer, Mistake::Value));
            }
            Some(conditions) => {
                let approval = Approval {
                    remark: said,
                    conditions: conditions.parse()?,
                    seen: None,
                };
                let vault = &caller.services.vault;
                approvals::approve_with(&caller.scope, vault, id, approval).await?;
            }
        }
        let document = One {
            data: find(&caller, id).await?,
            included: None,
        };
        Ok(json_api::created(&document))
    })
    .await
}

async fn decide_one(
    caller: &Caller,
    id: RequestId,
    outcome: Outcome,
    said: Option<Reason>,
) -> Result<(), ApiError> {
    let scope = &caller.scope;
    let decision = new_decision(outcome, said)?;
    approvals::decide(scope, &caller.services.vault, id, decision).await?;
    Ok(())
}

/// A decision, if it says all that it must.
pub fn new_decision(
    outcome: Outcome,
    said: Option<Reason>,
) -> Result<approvals::NewDecision, ApiError> {
    match (outcome, said) {
        (Outcome::Approved, said) => Ok(approvals::NewDecision::Approve(said)),
        (Outcome::Rejected, Some(said)) => Ok(approvals::NewDecision::Reject(said)),
        (Outcome::Rejected, None) => Err(ApiError::invalid("/data/attributes", Mistake::Missing)),
    }
}

pub fn reason(said: &str) -> Result<Reason, ApiError> {
    Reason::parse(said).map_err(ApiError::text("/data/attributes/reason"))
}

impl From<DecisionError> for ApiError {
    fn from(error: DecisionError) -> Self {
        match error {
            // Somebody asked or answered something meanwhile.
            DecisionError::AlreadyDecided { state } if state.is_open() => {
                Self::Conflict(Conflict::State)
            }
            DecisionError::AlreadyDecided { .. } => Self::Conflict(Conflict::Decided),
            DecisionError::NoPlanToChange => Self::Conflict(Conflict::State),
            DecisionError::Conditions(_) => {
                Self::invalid("/data/attributes/conditions", Mistake::Value)
            }
            DecisionError::Own => Self::Conflict(Conflict::Own),
            DecisionError::NotCovered => Self::Conflict(Conflict::NotCovered),
            DecisionError::Common(error) => error.into(),
        }
    }
}
