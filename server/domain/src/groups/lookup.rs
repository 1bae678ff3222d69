//! Finds groups.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use values::Cnpj;

use super::{Group, MemberRole};
use crate::{
    Scope,
    accounts::{self, Contact},
    entities::{membership, permission_group},
    ids::{AccountId, GroupId},
};

/// More groups than any company has.
const MAX_OF_COMPANY: u64 = 1000;

/// A group that the asker belongs to.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(scope: &Scope, id: GroupId) -> Result<Option<Group>, DbErr> {
    find_in(scope.portal.db.reader(), scope, id).await
}

/// Those of these groups that the asker belongs to.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_all(
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

/// A group that the asker belongs to, read within a transaction.
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

/// A group that the asker belongs to, and its number of members.
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

/// The groups of a person, as a subquery.
pub(crate) fn ids_of(account: AccountId) -> SelectStatement {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .filter(membership::Column::AccountId.eq(account))
        .into_query()
}

/// The groups of companies by the roots of their CNPJ, as a subquery that the index answers.
pub(crate) fn ids_of_companies(roots: &[String]) -> SelectStatement {
    permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .filter(Expr::cust("substr(cnpj, 1, 8)").is_in(roots.iter().map(String::as_str)))
        .into_query()
}

/// The groups of one establishment, as a subquery.
pub(crate) fn ids_of_establishment(cnpj: &Cnpj) -> SelectStatement {
    permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .filter(Expr::cust("substr(cnpj, 1, 8)").eq(cnpj.root()))
        .filter(permission_group::Column::Cnpj.eq(cnpj.clone()))
        .into_query()
}

/// The groups of a person.
pub(crate) async fn ids_of_member(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<HashSet<GroupId>, DbErr> {
    let ids: Vec<GroupId> = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .filter(membership::Column::AccountId.eq(account))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}

/// A group as a subquery of its identifier.
pub(crate) fn id_query(group: GroupId) -> SelectStatement {
    permission_group::Entity::find_by_id(group)
        .select_only()
        .column(permission_group::Column::Id)
        .into_query()
}

/// The groups of a person, with their companies.
pub(crate) async fn companies_of(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<(GroupId, Cnpj)>, DbErr> {
    permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .column(permission_group::Column::Cnpj)
        .filter(permission_group::Column::Id.in_subquery(ids_of(account)))
        .into_tuple()
        .all(db)
        .await
}

/// The members of a group.
pub(crate) async fn member_ids(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<HashSet<AccountId>, DbErr> {
    let ids: Vec<AccountId> = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(group))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}

/// A page of the members of groups, each once: of those groups for whose column the condition holds.
pub(crate) async fn page_of_members(
    db: &impl ConnectionTrait,
    condition: impl FnOnce((membership::Entity, membership::Column)) -> Expr,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Vec<AccountId>, DbErr> {
    let group = (membership::Entity, membership::Column::GroupId);
    let place = after.map(|after| membership::Column::AccountId.gt(after));
    membership::Entity::find()
        .select_only()
        .distinct()
        .column(membership::Column::AccountId)
        .filter(Condition::all().add_option(place))
        .filter(condition(group))
        .order_by_asc(membership::Column::AccountId)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// The groups of all establishments of a company, by the root of its CNPJ, as the index has it; the
/// oldest first, which belongs to the first user of the CNPJ.
pub(crate) async fn of_company(
    db: &impl ConnectionTrait,
    cnpj: &Cnpj,
) -> Result<Vec<Group>, DbErr> {
    permission_group::Entity::find()
        .filter(Expr::cust("substr(cnpj, 1, 8)").eq(cnpj.root()))
        .order_by_asc(permission_group::Column::CreatedAt)
        .limit(MAX_OF_COMPANY)
        .all(db)
        .await
}

/// The number of members of each group.
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

/// The owner who joined first.
///
/// # Errors
/// When the database cannot be read.
pub async fn first_owner(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Option<Contact>, DbErr> {
    let owner = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .order_by_asc(membership::Column::JoinedAt)
        .order_by_asc(membership::Column::AccountId)
        .one(db)
        .await?;
    let Some(owner) = owner.map(|membership| membership.account_id) else {
        return Ok(None);
    };
    Ok(accounts::by_ids(db, [owner].into_iter())
        .await?
        .remove(&owner))
}

/// The owners of a group.
pub(crate) async fn owner_ids(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<AccountId>, DbErr> {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .order_by_asc(membership::Column::AccountId)
        .into_tuple()
        .all(db)
        .await
}

/// The names of a group's owners, for its members.
pub(crate) async fn owners(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<String>, DbErr> {
    let owners = owner_ids(db, group).await?;
    let owners = accounts::by_ids(db, owners.into_iter()).await?;
    let mut owners: Vec<_> = owners.into_values().collect();
    owners.sort_by(|one, other| (&one.given_name, one.id).cmp(&(&other.given_name, other.id)));
    Ok(owners.iter().map(Contact::full_name).collect())
}

/// These groups, for callers that may see groups of others.
///
/// # Errors
/// When the database cannot be read.
pub async fn by_ids(
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
