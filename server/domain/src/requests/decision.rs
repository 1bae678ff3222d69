//! The decision that ends a request, which is a row of its own.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};
use values::Reason;

use super::{Request, RequestEvent, RequestState, inquiry};
use crate::{
    Scope,
    applications::NewApplication,
    clock::Timestamp,
    db::Transaction,
    entities::{request, request_decision},
    ids::{AccountId, RequestId},
};

/// The end of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Approved, rejected or cancelled.
    pub outcome: RequestState,
    pub at: Timestamp,
    /// `None` for the portal itself.
    pub by: Option<AccountId>,
    /// Whether whoever decided had made the request or belonged to its group.
    pub by_party: bool,
    pub said: Option<String>,
}

impl From<request_decision::Model> for Decision {
    fn from(row: request_decision::Model) -> Self {
        Self {
            outcome: row.outcome,
            at: row.at,
            by: row.decided_by,
            by_party: row.by_party,
            said: row.said,
        }
    }
}

impl Decision {
    pub(crate) fn row(self, request: RequestId) -> request_decision::ActiveModel {
        request_decision::ActiveModel {
            request_id: Set(request),
            outcome: Set(self.outcome),
            at: Set(self.at),
            decided_by: Set(self.by),
            by_party: Set(self.by_party),
            said: Set(self.said),
        }
    }
}

/// Ends an open request by one conditional UPDATE, whose row count decides between concurrent
/// ones, stores the decision and ends what the applicant is asked; tells whether this one did it.
pub(crate) async fn close(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    event: RequestEvent,
    said: Option<&Reason>,
    allowed: Condition,
) -> Result<bool, DbErr> {
    // Every event that ends a request does so from each state in which it is open.
    let outcome = RequestState::Pending.after(event);
    let Some(outcome) = outcome.ok().filter(|state| !state.is_open()) else {
        return Ok(false);
    };
    let closed = request::Entity::update_many()
        .set(request::ActiveModel {
            state: Set(outcome),
            ..Default::default()
        })
        .filter(request::Column::Id.eq(id))
        .filter(request::Column::State.is_in(RequestState::OPEN))
        .filter(allowed)
        .exec(transaction)
        .await?;
    if closed.rows_affected != 1 {
        return Ok(false);
    }
    let decision = Decision {
        outcome,
        at: scope.now(),
        by: scope.account_id(),
        by_party: false,
        said: said.map(ToString::to_string),
    };
    decision.row(id).insert(transaction).await?;
    inquiry::close(transaction, scope, id).await?;
    Ok(true)
}

/// Marks a decision of this transaction as taken by a party.
pub(crate) async fn mark_by_party(transaction: &Transaction, id: RequestId) -> Result<(), DbErr> {
    request_decision::ActiveModel {
        request_id: Set(id),
        by_party: Set(true),
        ..Default::default()
    }
    .update(transaction)
    .await?;
    Ok(())
}

/// The decision on a request, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub async fn decision_of(
    db: &impl ConnectionTrait,
    id: RequestId,
) -> Result<Option<Decision>, DbErr> {
    let row = request_decision::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(Decision::from))
}

/// The decisions on those of these requests that have one, in one statement.
pub(crate) async fn decisions_of(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = RequestId>,
) -> Result<HashMap<RequestId, Decision>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = request_decision::Entity::find()
        .filter(request_decision::Column::RequestId.is_in(ids))
        .all(db)
        .await?;
    let decisions = rows.into_iter().map(|row| (row.request_id, row.into()));
    Ok(decisions.collect())
}

impl Request {
    /// The application that the request makes when it is approved with a remark.
    pub(crate) fn into_application(self, remark: Option<String>) -> NewApplication {
        NewApplication {
            request: self.id,
            api: self.api_id,
            plan: self.plan,
            group: self.group_id,
            applicant: self.applicant_id,
            name: self.name,
            description: self.description,
            requested_at: self.submitted_at,
            remark,
        }
    }
}
