//! Drafts of requests. A person has one for each API and plan.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, Select,
    sea_query::IntoCondition,
};

use super::{RequestAnswers, decision::decisions_of};
use crate::{
    Scope,
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    db::Transaction,
    entities::{request, request_draft},
    groups::{self, Group},
    ids::{AccountId, ApiId, RequestId},
};

/// A draft and what belongs to it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The request will have the same identifier.
    pub id: RequestId,
    pub api: Arc<Api>,
    pub plan: Plan,
    /// `None` until it is chosen, and after the applicant left it.
    pub group: Option<Group>,
    /// Empty until it is typed.
    pub name: String,
    pub description: String,
    /// What was said to what the API asks.
    pub answers: RequestAnswers,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The rejected request that it corrects.
    pub corrects: Option<RejectedRequest>,
}

/// A rejected request, as its correction shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRequest {
    pub id: RequestId,
    pub number: String,
    pub reason: Option<String>,
}

/// A step of a draft that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Group,
    Description,
}

impl Draft {
    /// The first step that is not done; `None` when the draft can be submitted.
    #[must_use]
    pub fn missing(&self) -> Option<Step> {
        if self.group.is_none() {
            Some(Step::Group)
        } else if self.name.is_empty() || !self.api.request_form.is_answered_by(&self.answers) {
            Some(Step::Description)
        } else {
            None
        }
    }
}

/// A draft of the asker.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
) -> Result<Option<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    match own(person.id, id).one(scope.portal.db.reader()).await? {
        Some(row) => Ok(complete(scope, catalogue, vec![row]).await?.pop()),
        None => Ok(None),
    }
}

/// The asker's draft for this API and plan.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft_for(scope: &Scope, api: ApiId, plan: Plan) -> Result<Option<RequestId>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let draft = of_offer(person.id, api, plan)
        .one(scope.portal.db.reader())
        .await?;
    Ok(draft.map(|draft| draft.id))
}

/// The asker's drafts, the last changed first.
///
/// # Errors
/// When the database cannot be read.
pub async fn drafts(scope: &Scope, catalogue: &Catalogue) -> Result<Vec<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Vec::new());
    };
    let rows = request_draft::Entity::find()
        .filter(request_draft::Column::ApplicantId.eq(person.id))
        .order_by_desc(request_draft::Column::UpdatedAt)
        .order_by_desc(request_draft::Column::Id)
        .all(scope.portal.db.reader())
        .await?;
    complete(scope, catalogue, rows).await
}

/// Selects a draft of this person, since nobody else may see it.
pub(super) fn own(applicant: AccountId, id: RequestId) -> Select<request_draft::Entity> {
    request_draft::Entity::find_by_id(id).filter(request_draft::Column::ApplicantId.eq(applicant))
}

pub(super) fn of_offer(
    applicant: AccountId,
    api: ApiId,
    plan: Plan,
) -> Select<request_draft::Entity> {
    request_draft::Entity::find()
        .filter(request_draft::Column::ApplicantId.eq(applicant))
        .filter(request_draft::Column::ApiId.eq(api))
        .filter(request_draft::Column::Plan.eq(plan))
}

/// Deletes a draft of the applicant; tells whether it existed.
pub(super) async fn delete(
    transaction: &Transaction,
    applicant: AccountId,
    id: RequestId,
) -> Result<bool, DbErr> {
    let any = Condition::all();
    delete_if(transaction, applicant, id, any).await
}

/// Deletes a draft if it was last changed at `reviewed`; tells whether it was.
pub(super) async fn delete_reviewed(
    transaction: &Transaction,
    applicant: AccountId,
    id: RequestId,
    reviewed: Timestamp,
) -> Result<bool, DbErr> {
    let unchanged = request_draft::Column::UpdatedAt.eq(reviewed);
    delete_if(transaction, applicant, id, unchanged.into_condition()).await
}

async fn delete_if(
    transaction: &Transaction,
    applicant: AccountId,
    id: RequestId,
    condition: Condition,
) -> Result<bool, DbErr> {
    let deleted = request_draft::Entity::delete_many()
        .filter(request_draft::Column::Id.eq(id))
        .filter(request_draft::Column::ApplicantId.eq(applicant))
        .filter(condition)
        .exec(transaction)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Adds what belongs to drafts: one statement for all groups, and two for all corrected requests.
async fn complete(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<request_draft::Model>,
) -> Result<Vec<Draft>, DbErr> {
    let groups = groups::find_all(scope, rows.iter().filter_map(|row| row.group_id)).await?;
    let mut corrected = rejected(scope, rows.iter().filter_map(|row| row.corrects)).await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        drafts.push(Draft {
            id: row.id,
            api: catalogue::api_of(scope, catalogue, row.api_id).await?,
            plan: row.plan,
            group: row.group_id.and_then(|id| groups.get(&id).cloned()),
            name: row.name,
            description: row.description,
            answers: row.answers,
            updated_at: row.updated_at,
            corrects: row.corrects.and_then(|id| corrected.remove(&id)),
        });
    }
    Ok(drafts)
}

async fn rejected(
    scope: &Scope,
    ids: impl Iterator<Item = RequestId>,
) -> Result<HashMap<RequestId, RejectedRequest>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let db = scope.portal.db.reader();
    let mut decisions = decisions_of(db, ids.iter().copied()).await?;
    let rows = request::Entity::find()
        .filter(request::Column::Id.is_in(ids))
        .all(db)
        .await?;
    let rejected = rows.into_iter().map(|row| {
        let rejected = RejectedRequest {
            id: row.id,
            number: row.number,
            reason: decisions.remove(&row.id).and_then(|decision| decision.said),
        };
        (row.id, rejected)
    });
    Ok(rejected.collect())
}
