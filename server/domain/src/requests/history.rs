//! What came and what was decided since a time, for figures.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use super::RequestState;
use crate::{
    clock::Timestamp,
    entities::{request, request_decision},
    ids::{AccountId, ApiId, RequestId},
};

/// A request that a contract manager decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DecidedRequest {
    pub id: RequestId,
    pub api: ApiId,
    pub submitted_at: Timestamp,
    pub at: Timestamp,
    pub by: AccountId,
    pub is_approved: bool,
}

/// The latest requests that were filed since a time: for which API, and when.
pub(crate) async fn received_since(
    db: &impl ConnectionTrait,
    since: Timestamp,
    most: u64,
) -> Result<Vec<(ApiId, Timestamp)>, DbErr> {
    request::Entity::find()
        .select_only()
        .column(request::Column::ApiId)
        .column(request::Column::SubmittedAt)
        .filter(request::Column::SubmittedAt.gte(since))
        .order_by_desc(request::Column::SubmittedAt)
        .order_by_desc(request::Column::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await
}

/// The latest decisions that contract managers took since a time.
pub(crate) async fn decided_since(
    db: &impl ConnectionTrait,
    since: Timestamp,
    most: u64,
) -> Result<Vec<DecidedRequest>, DbErr> {
    let of_request: RelationDef = request_decision::Entity::belongs_to(request::Entity)
        .from(request_decision::Column::RequestId)
        .to(request::Column::Id)
        .into();
    let outcomes = [RequestState::Approved, RequestState::Rejected];
    let rows: Vec<(
        RequestId,
        ApiId,
        Timestamp,
        Timestamp,
        AccountId,
        RequestState,
    )> = request_decision::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .column(request::Column::ApiId)
        .column(request::Column::SubmittedAt)
        .column(request_decision::Column::At)
        .column(request_decision::Column::DecidedBy)
        .column(request_decision::Column::Outcome)
        .join(JoinType::InnerJoin, of_request)
        .filter(request_decision::Column::At.gte(since))
        .filter(request_decision::Column::DecidedBy.is_not_null())
        .filter(request_decision::Column::Outcome.is_in(outcomes))
        .order_by_desc(request_decision::Column::At)
        .order_by_desc(request_decision::Column::RequestId)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let decided = rows.into_iter();
    Ok(decided
        .map(|(id, api, submitted_at, at, by, outcome)| DecidedRequest {
            id,
            api,
            submitted_at,
            at,
            by,
            is_approved: outcome == RequestState::Approved,
        })
        .collect())
}
