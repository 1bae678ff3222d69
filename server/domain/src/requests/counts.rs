//! Numbers of requests and applications by status.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::{RequestKind, RequestState, Status};
use crate::{Scope, applications, entities::request, groups, ids::GroupId};

/// The number of a group's requests and applications in each status.
pub type StatusCounts = Vec<(Status, u64)>;

/// The numbers for those of these groups that the asker belongs to. An application and its request
/// count once; drafts do not count.
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
    let db = scope.portal.db.reader();
    let waiting: Vec<(GroupId, RequestState, i64)> = request::Entity::find()
        .select_only()
        .column(request::Column::GroupId)
        .column(request::Column::State)
        .column_as(request::Column::Id.count(), "count")
        .filter(request::Column::Kind.eq(RequestKind::Access))
        .filter(request::Column::State.ne(RequestState::Approved))
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .group_by(request::Column::GroupId)
        .group_by(request::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let made = applications::counts(db, person, groups).await?;
    let waiting = waiting
        .into_iter()
        .map(|(group, state, count)| (group, Status::from(state), count));
    let made = made
        .into_iter()
        .map(|(group, state, count)| (group, Status::from(state), count));
    let mut counts: HashMap<_, StatusCounts> = HashMap::new();
    for (group, status, count) in waiting.chain(made) {
        let of_group = counts.entry(group).or_default();
        of_group.push((status, count.unsigned_abs()));
    }
    for of_group in counts.values_mut() {
        of_group.sort_unstable();
    }
    Ok(counts)
}
