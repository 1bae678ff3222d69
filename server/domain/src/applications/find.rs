//! Finds applications for other subjects, which check who may see them.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, IntoColumnRef, SelectStatement},
};

use super::{Application, ApplicationState};
use crate::{
    Person, Place, Scope,
    entities::application,
    groups::{self, GroupRight},
    ids::{AccountId, ApiId, ApplicationId, GroupId},
    two_way_page::{Key, ListOrder},
};

/// An application, without a check of who may see it.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<Application>, DbErr> {
    application::Entity::find_by_id(id).one(db).await
}

/// The most applications that [`own_approved`] finds.
pub const MAX_OWN_APPROVED: u64 = 100;

/// The approved applications for an API that the asker may call it with, the latest approval first.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_approved(scope: &Scope, api: ApiId) -> Result<Vec<Application>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(vec![]);
    };
    let own = groups::ids_where(person.id, GroupRight::UseKeys);
    application::Entity::find()
        .filter(application::Column::GroupId.in_subquery(own))
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::State.eq(ApplicationState::Approved))
        .order_by_desc(application::Column::ApprovedAt)
        .order_by_desc(application::Column::Id)
        .limit(MAX_OWN_APPROVED)
        .all(scope.portal.db.reader())
        .await
}

/// Those of these applications that exist, in one statement.
pub(crate) async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = ApplicationId>,
) -> Result<HashMap<ApplicationId, Application>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = application::Entity::find()
        .filter(application::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The next applications in `state` that are wanted, the latest request first, from the request at a
/// place on.
pub(crate) async fn part_of_state(
    db: &impl ConnectionTrait,
    state: ApplicationState,
    wanted: Condition,
    place: &Place<Key>,
    limit: u64,
) -> Result<Vec<ApplicationId>, DbErr> {
    let order = ListOrder {
        by: application::Column::RequestedAt,
        id: application::Column::Id,
        descending: true,
    };
    let rows = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::State.eq(state))
        .filter(wanted);
    order.select(rows, place, limit).into_tuple().all(db).await
}

/// How many applications in `state` are wanted; `most` stands for that many and more.
pub(crate) async fn count_of_state(
    db: &impl ConnectionTrait,
    state: ApplicationState,
    wanted: Condition,
    most: u64,
) -> Result<u64, DbErr> {
    let found: Vec<ApplicationId> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::State.eq(state))
        .filter(wanted)
        .order_by_desc(application::Column::RequestedAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.len() as u64)
}

/// The application of this API that was approved last, of those that a person may call it with.
pub(crate) async fn last_approved(
    db: &impl ConnectionTrait,
    account: AccountId,
    api: ApiId,
) -> Result<Option<ApplicationId>, DbErr> {
    let own = groups::ids_where(account, GroupRight::UseKeys);
    application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::GroupId.in_subquery(own))
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::State.eq(ApplicationState::Approved))
        .order_by_desc(application::Column::ApprovedAt)
        .into_tuple()
        .one(db)
        .await
}

/// The number of applications in each state, of those of these groups that a person belongs to.
pub(crate) async fn counts(
    db: &impl ConnectionTrait,
    person: &Person,
    groups: &[GroupId],
) -> Result<Vec<(GroupId, ApplicationState, i64)>, DbErr> {
    application::Entity::find()
        .select_only()
        .column(application::Column::GroupId)
        .column(application::Column::State)
        .column_as(application::Column::Id.count(), "count")
        .filter(application::Column::GroupId.is_in(groups.iter().copied()))
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .group_by(application::Column::GroupId)
        .group_by(application::Column::State)
        .into_tuple()
        .all(db)
        .await
}

/// Whether the group in a column has an approved application: of one of these APIs, if any are named.
pub(crate) fn is_used_by(group: impl IntoColumnRef, apis: Option<&[ApiId]>) -> Expr {
    let of_group = (application::Entity, application::Column::GroupId);
    let mut used = application::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(Expr::col(of_group).equals(group))
        .filter(application::Column::State.eq(ApplicationState::Approved));
    if let Some(apis) = apis {
        used = used.filter(application::Column::ApiId.is_in(apis.iter().copied()));
    }
    Expr::exists(used.into_query())
}

/// The applications of a group, as a subquery.
pub(crate) fn ids_of_group(group: GroupId) -> SelectStatement {
    application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::GroupId.eq(group))
        .into_query()
}

/// Whether anything was ever approved for a group.
pub(crate) fn exist_for(group: GroupId) -> Expr {
    Expr::exists(ids_of_group(group))
}

/// The applications of these groups that were not revoked.
pub(crate) async fn not_revoked_of(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
) -> Result<Vec<ApplicationId>, DbErr> {
    application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::GroupId.is_in(groups.iter().copied()))
        .filter(application::Column::State.ne(ApplicationState::Revoked))
        .into_tuple()
        .all(db)
        .await
}

/// The APIs of the approved applications of those groups in which a person may do this.
pub(crate) async fn apis_used_by(
    db: &impl ConnectionTrait,
    account: AccountId,
    right: GroupRight,
) -> Result<HashSet<ApiId>, DbErr> {
    let apis: Vec<ApiId> = application::Entity::find()
        .select_only()
        .distinct()
        .column(application::Column::ApiId)
        .filter(application::Column::GroupId.in_subquery(groups::ids_where(account, right)))
        .filter(application::Column::State.eq(ApplicationState::Approved))
        .into_tuple()
        .all(db)
        .await?;
    Ok(apis.into_iter().collect())
}
