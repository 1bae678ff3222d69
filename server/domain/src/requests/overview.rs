//! The requests of several groups at once: the last ones of each, and those that have some words.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    RequestKind, RequestView,
    view::{filed_by, views},
};
use crate::{
    Scope,
    catalogue::Catalogue,
    entities::request::{Column, Entity},
    folding::{pattern, words},
    groups,
    ids::GroupId,
};

/// The number of requests that a search finds at most.
const MAX_FOUND: u64 = 25;

/// The last requests for access of each of these groups, the newest first, of those that the asker
/// belongs to: one short statement for each, which an index answers.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest_of(
    scope: &Scope,
    catalogue: &Catalogue,
    groups: &[GroupId],
    each: u64,
) -> Result<HashMap<GroupId, Vec<RequestView>>, DbErr> {
    let db = scope.portal.db.reader();
    let own = groups::find_all(scope, groups.iter().copied()).await?;
    let mut rows = Vec::new();
    for group in own.into_keys() {
        rows.extend(filed_by(group).limit(each).all(db).await?);
    }
    let mut latest: HashMap<_, Vec<_>> = HashMap::new();
    for view in views(scope, catalogue, rows).await? {
        latest.entry(view.group_id).or_default().push(view);
    }
    Ok(latest)
}

/// The requests for access of the asker's groups that have every word in their name, the newest
/// first.
///
/// # Errors
/// When the database cannot be read.
pub async fn named(
    scope: &Scope,
    catalogue: &Catalogue,
    query: &str,
) -> Result<Vec<RequestView>, DbErr> {
    let words = words(query);
    let Some(person) = scope.person().filter(|_| !words.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut found = Entity::find()
        .filter(Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .filter(Column::Kind.eq(RequestKind::Access));
    for word in &words {
        found = found.filter(Column::SearchText.like(pattern(word)));
    }
    let rows = found
        .order_by_desc(Column::SubmittedAt)
        .order_by_desc(Column::Id)
        .limit(MAX_FOUND)
        .all(scope.portal.db.searches())
        .await?;
    views(scope, catalogue, rows).await
}
