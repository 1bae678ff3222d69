//! Finds requests for other subjects, which check who may see them.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, SelectStatement},
};

use super::{Request, RequestKind, RequestState, Status, status, visible_to};
use crate::{
    Person, applications,
    catalogue::Plan,
    clock::Timestamp,
    entities::request,
    groups::{self, GroupRight},
    ids::{AccountId, ApplicationId, GroupId, RequestId},
};

/// A request, without a check of who may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(db: &impl ConnectionTrait, id: RequestId) -> Result<Option<Request>, DbErr> {
    request::Entity::find_by_id(id).one(db).await
}

/// Those of these requests that exist, in one statement.
pub(crate) async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[RequestId],
) -> Result<Vec<Request>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    request::Entity::find()
        .filter(request::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await
}

/// Those of these applications that have a request.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    ids: &[ApplicationId],
) -> Result<Vec<ApplicationId>, DbErr> {
    let ids = ids.iter().map(|id| id.request());
    let found: Vec<RequestId> = request::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .filter(request::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(RequestId::application).collect())
}

/// The requests of a group, as a subquery.
pub(crate) fn ids_of_group(group: GroupId) -> SelectStatement {
    request::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .filter(request::Column::GroupId.eq(group))
        .into_query()
}

/// Whether a request of a group is open: it waits for a decision, or for what the applicant was
/// asked before.
pub(crate) fn wait_for(group: GroupId) -> Expr {
    let waiting = request::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .filter(request::Column::GroupId.eq(group))
        .filter(request::Column::State.is_in(RequestState::OPEN));
    Expr::exists(waiting.into_query())
}

/// The numbers of these requests.
pub(crate) async fn numbers(
    db: &impl ConnectionTrait,
    ids: &[RequestId],
) -> Result<HashMap<RequestId, String>, DbErr> {
    let rows = by_ids(db, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.number)).collect())
}

/// The last requests of these groups before a time, the latest first.
pub(crate) async fn before(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    at: Timestamp,
    limit: u64,
) -> Result<Vec<Request>, DbErr> {
    request::Entity::find()
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::SubmittedAt.lt(at))
        .order_by_desc(request::Column::SubmittedAt)
        .limit(limit)
        .all(db)
        .await
}

/// Those of these groups that requested something before a time.
pub(crate) async fn groups_that_asked(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    before: Timestamp,
) -> Result<HashSet<GroupId>, DbErr> {
    if groups.is_empty() {
        return Ok(HashSet::new());
    }
    let asked: Vec<GroupId> = request::Entity::find()
        .select_only()
        .column(request::Column::GroupId)
        .distinct()
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::SubmittedAt.lt(before))
        .into_tuple()
        .all(db)
        .await?;
    Ok(asked.into_iter().collect())
}

/// Whether any of these groups has a Trial of the same API that is not decided yet, or was rejected
/// by a manager.
pub(crate) async fn asked_for_trial(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    request: &Request,
) -> Result<bool, DbErr> {
    let found = request::Entity::find()
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::ApiId.eq(request.api_id))
        .filter(request::Column::Plan.eq(Plan::Trial))
        .filter(request::Column::State.is_in([
            RequestState::Pending,
            RequestState::AwaitingApplicant,
            RequestState::Rejected,
        ]))
        .filter(request::Column::Id.ne(request.id))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// The name and status of an application or of the pending request for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedStatus {
    pub name: String,
    pub status: Status,
}

/// The applications and requests of the groups whose keys a person may see, by application.
pub(crate) async fn of_groups_of(
    db: &impl ConnectionTrait,
    person: &Person,
) -> Result<HashMap<ApplicationId, NamedStatus>, DbErr> {
    let own = groups::ids_where(person.id, GroupRight::UseKeys);
    let own = request::Column::GroupId.in_subquery(own);
    named(db, Condition::all().add(own)).await
}

/// The name and status of an application, for a person who may see it.
pub(crate) async fn status_for(
    db: &impl ConnectionTrait,
    person: &Person,
    id: ApplicationId,
) -> Result<Option<Status>, DbErr> {
    let this = Condition::all()
        .add(request::Column::Id.eq(id.request()))
        .add(visible_to(person));
    let found = named(db, this).await?.remove(&id);
    Ok(found.map(|it| it.status))
}

async fn named(
    db: &impl ConnectionTrait,
    which: Condition,
) -> Result<HashMap<ApplicationId, NamedStatus>, DbErr> {
    let rows = request::Entity::find()
        .filter(request::Column::Kind.eq(RequestKind::Access))
        .filter(which)
        .all(db)
        .await?;
    let made = rows
        .iter()
        .filter(|row| row.state == RequestState::Approved);
    let mut made = applications::by_ids(db, made.map(|row| row.application_id)).await?;
    let named = rows.into_iter().map(|row| {
        let application = made.remove(&row.application_id);
        let status = status(&row, application.as_ref());
        let name = application.map_or(row.name, |application| application.name);
        (row.application_id, NamedStatus { name, status })
    });
    Ok(named.collect())
}

/// Whether a request of somebody else is pending since a time.
///
/// # Errors
/// When the database cannot be read.
pub async fn wait_since(
    db: &impl ConnectionTrait,
    since: Timestamp,
    but_of: AccountId,
) -> Result<bool, DbErr> {
    let waits = request::Entity::find()
        .filter(request::Column::State.eq(RequestState::Pending))
        .filter(request::Column::SubmittedAt.gte(since))
        .filter(request::Column::ApplicantId.ne(but_of))
        .one(db)
        .await?;
    Ok(waits.is_some())
}
