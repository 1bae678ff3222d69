//! How what groups asked for stands, in numbers.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, Func},
};

use super::{RequestKind, Status};
use crate::{
    Scope,
    entities::{application, request},
    groups,
    ids::GroupId,
};

/// How many of a group's requests and applications stand in each status.
pub type StatusCounts = Vec<(Status, u64)>;

#[derive(FromQueryResult)]
struct Row {
    group_id: GroupId,
    status: Status,
    count: i64,
}

/// Those of the groups among these that the asker belongs to. An application and the request that
/// made it count once; drafts are their author's business.
///
/// # Errors
/// When the database cannot be read.
pub async fn counts(
    scope: &Scope,
    groups: &[GroupId],
) -> Result<HashMap<GroupId, StatusCounts>, DbErr> {
    let Some(person) = scope.person().filter(|_| !groups.is_empty()) else {
        return Ok(HashMap::new());
    };
    let made = request::Entity::belongs_to(application::Entity)
        .from(request::Column::ApplicationId)
        .to(application::Column::Id);
    let status = Func::coalesce([
        Expr::col((application::Entity, application::Column::State)),
        Expr::col((request::Entity, request::Column::State)),
    ]);
    let rows: Vec<Row> = request::Entity::find()
        .select_only()
        .column(request::Column::GroupId)
        .column_as(Expr::from(status), "status")
        .column_as(request::Column::Id.count(), "count")
        .join(JoinType::LeftJoin, made.into())
        .filter(request::Column::Kind.eq(RequestKind::Access))
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .group_by(request::Column::GroupId)
        .group_by(Expr::cust("status"))
        .into_model()
        .all(scope.portal.db.reader())
        .await?;
    let mut counts: HashMap<_, StatusCounts> = HashMap::new();
    for row in rows {
        let of_group = counts.entry(row.group_id).or_default();
        of_group.push((row.status, row.count.unsigned_abs()));
    }
    for of_group in counts.values_mut() {
        of_group.sort_unstable();
    }
    Ok(counts)
}
