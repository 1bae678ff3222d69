//! Finding groups: those that the asker belongs to, no others.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::SelectStatement,
};

use super::{Group, MemberRole};
use crate::{
    Scope,
    entities::{account, membership, permission_group},
    ids::{AccountId, GroupId},
};

/// A group that the asker belongs to.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(scope: &Scope, id: GroupId) -> Result<Option<Group>, DbErr> {
    find_in(scope.portal.db.reader(), scope, id).await
}

/// Those of these groups that the asker belongs to.
pub(crate) async fn find_all(
    scope: &Scope,
    ids: impl Iterator<Item = GroupId>,
) -> Result<HashMap<GroupId, Group>, DbErr> {
    let ids: Vec<_> = ids.collect();
    let Some(person) = scope.person().filter(|_| !ids.is_empty()) else {
        return Ok(HashMap::new());
    };
    let rows = permission_group::Entity::find()
        .filter(permission_group::Column::Id.is_in(ids))
        .filter(permission_group::Column::Id.in_subquery(ids_of(person.id)))
        .all(scope.portal.db.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The same within a transaction.
pub(crate) async fn find_in(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: GroupId,
) -> Result<Option<Group>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    permission_group::Entity::find_by_id(id)
        .filter(permission_group::Column::Id.in_subquery(ids_of(person.id)))
        .one(db)
        .await
}

/// A group that the asker belongs to, and how many do.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_with_members(scope: &Scope, id: GroupId) -> Result<Option<(Group, u64)>, DbErr> {
    let Some(group) = find(scope, id).await? else {
        return Ok(None);
    };
    let members = members(scope.portal.db.reader(), &[id]).await?;
    Ok(Some((group, members.get(&id).copied().unwrap_or_default())))
}

/// The groups a person belongs to, as a part of queries for what belongs to those groups.
pub(crate) fn ids_of(account: AccountId) -> SelectStatement {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .filter(membership::Column::AccountId.eq(account))
        .into_query()
}

/// How many members each group has.
pub(crate) async fn members(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
) -> Result<HashMap<GroupId, u64>, DbErr> {
    let rows: Vec<(GroupId, i64)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .column_as(membership::Column::AccountId.count(), "members")
        .filter(membership::Column::GroupId.is_in(groups.iter().copied()))
        .group_by(membership::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(group, count)| (group, count.unsigned_abs()))
        .collect())
}

/// What somebody is in a group.
pub(crate) async fn role_in(
    db: &impl ConnectionTrait,
    group: GroupId,
    account: AccountId,
) -> Result<Option<MemberRole>, DbErr> {
    let membership = membership::Entity::find_by_id((group, account))
        .one(db)
        .await?;
    Ok(membership.map(|membership| membership.role))
}

/// The owner who joined first.
///
/// # Errors
/// When the database cannot be read.
pub async fn first_owner(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Option<account::Model>, DbErr> {
    let owner = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .order_by_asc(membership::Column::JoinedAt)
        .order_by_asc(membership::Column::AccountId)
        .one(db)
        .await?;
    let Some(owner) = owner else {
        return Ok(None);
    };
    account::Entity::find_by_id(owner.account_id).one(db).await
}

/// The names of a group's owners, for its members.
pub(crate) async fn owners(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<String>, DbErr> {
    let owners = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .into_query();
    let accounts = account::Entity::find()
        .filter(account::Column::Id.in_subquery(owners))
        .order_by_asc(account::Column::GivenName)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let name = |account: account::Model| format!("{} {}", account.given_name, account.family_name);
    Ok(accounts.into_iter().map(name).collect())
}

/// These groups, for those who may see groups that they do not belong to.
pub(crate) async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = GroupId>,
) -> Result<HashMap<GroupId, Group>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = permission_group::Entity::find()
        .filter(permission_group::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
