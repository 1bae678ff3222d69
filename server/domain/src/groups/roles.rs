//! Who has which role in a group, and may therefore do what.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::SelectStatement,
};

use super::{Group, GroupRight, MemberRole};
use crate::{
    Error, Forbidden, Scope,
    db::Transaction,
    entities::{membership, permission_group},
    ids::{AccountId, GroupId},
};

/// A group in which the asker may do this, read within a transaction.
pub(crate) async fn find_where(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: GroupId,
    right: GroupRight,
) -> Result<Option<Group>, DbErr> {
    match scope.person() {
        Some(person) => group_where(id, person.id, right).one(db).await,
        None => Ok(None),
    }
}

/// The same, and nobody changes the group until the transaction ends.
pub(crate) async fn hold_where(
    transaction: &Transaction,
    scope: &Scope,
    id: GroupId,
    right: GroupRight,
) -> Result<Option<Group>, DbErr> {
    match scope.person() {
        Some(person) => {
            let group = group_where(id, person.id, right).lock_shared();
            group.one(transaction).await
        }
        None => Ok(None),
    }
}

fn group_where(
    id: GroupId,
    person: AccountId,
    right: GroupRight,
) -> Select<permission_group::Entity> {
    permission_group::Entity::find_by_id(id)
        .filter(permission_group::Column::Id.in_subquery(ids_where(person, right)))
}

/// The asker's role in a group; `None` for whoever does not belong to it.
///
/// # Errors
/// When the database cannot be read.
pub async fn own_role(scope: &Scope, id: GroupId) -> Result<Option<MemberRole>, DbErr> {
    match scope.person() {
        Some(person) => role_in(scope.portal.db.reader(), id, person.id).await,
        None => Ok(None),
    }
}

/// The asker's role in a group in which they may do this.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not belong to it, [`Error::Forbidden`] for whoever does and
/// may not.
pub(crate) async fn require(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: GroupId,
    right: GroupRight,
) -> Result<MemberRole, Error> {
    let person = scope.require_signed_in()?;
    let role = role_in(db, id, person.id).await?;
    let role = role.ok_or(Error::NotFound("no such group"))?;
    if role.may(right) {
        Ok(role)
    } else {
        Err(Forbidden.into())
    }
}

/// The role of a person in a group, which stays as it is until the transaction ends: who is being
/// removed meanwhile either was removed before or is removed afterwards.
pub(crate) async fn hold_role(
    transaction: &Transaction,
    group: GroupId,
    account: AccountId,
) -> Result<Option<MemberRole>, DbErr> {
    let membership = membership::Entity::find_by_id((group, account))
        .lock_shared()
        .one(transaction)
        .await?;
    Ok(membership.map(|membership| membership.role))
}

/// The groups in which a person may do this, as a subquery.
pub(crate) fn ids_where(account: AccountId, right: GroupRight) -> SelectStatement {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::Role.is_in(MemberRole::with(right)))
        .into_query()
}

/// The roles of a person in their groups.
pub(crate) async fn roles_of(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<HashMap<GroupId, MemberRole>, DbErr> {
    let roles: Vec<(GroupId, MemberRole)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .column(membership::Column::Role)
        .filter(membership::Column::AccountId.eq(account))
        .into_tuple()
        .all(db)
        .await?;
    Ok(roles.into_iter().collect())
}

/// Whether somebody belongs to a group.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_member(
    db: &impl ConnectionTrait,
    group: GroupId,
    account: AccountId,
) -> Result<bool, DbErr> {
    Ok(role_in(db, group, account).await?.is_some())
}

/// The role of a person in a group.
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
