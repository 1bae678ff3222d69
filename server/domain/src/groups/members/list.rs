//! Lists the people of a group, for those who belong to it.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::NO_SUCH_MEMBER;
use crate::{
    Cursor, Error, Page, Scope,
    accounts::{self, Email},
    clock::Timestamp,
    entities::membership,
    groups::{GroupRight, MemberRole, require},
    ids::{AccountId, GroupId},
};

/// The number of people on a page.
const PAGE: usize = 25;

/// Somebody who belongs to a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: AccountId,
    pub name: String,
    pub email: Email,
    pub role: MemberRole,
    pub joined_at: Timestamp,
    /// For owners alone.
    pub last_sign_in_at: Option<Timestamp>,
}

/// A page of the people of a group, who joined first first, for those who belong to it.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not belong to it.
pub async fn page(
    scope: &Scope,
    group: GroupId,
    after: Option<Cursor>,
) -> Result<Page<Member>, Error> {
    let db = scope.portal.db.reader();
    let role = require(db, scope, group, GroupRight::See).await?;
    let (at, id) = (membership::Column::JoinedAt, membership::Column::AccountId);
    let place = after.map(|cursor| cursor.above(at, id));
    let rows = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .filter(Condition::all().add_option(place))
        .order_by_asc(at)
        .order_by_asc(id)
        .limit(PAGE as u64 + 1)
        .all(db)
        .await?;
    let members = members(scope, rows, role.may(GroupRight::Manage)).await?;
    Ok(Page::of(members, PAGE, |member| {
        Cursor::new(member.joined_at, member.id.0)
    }))
}

/// More people than any group has.
const MAX_AT_ONCE: u64 = 500;

/// All people of a group, who joined first first, for its owners to choose one.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no owner, [`Error::NotFound`] for whoever does not belong to
/// it.
pub async fn all(scope: &Scope, group: GroupId) -> Result<Vec<Member>, Error> {
    let db = scope.portal.db.reader();
    require(db, scope, group, GroupRight::Manage).await?;
    let rows = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .order_by_asc(membership::Column::JoinedAt)
        .order_by_asc(membership::Column::AccountId)
        .limit(MAX_AT_ONCE)
        .all(db)
        .await?;
    Ok(members(scope, rows, true).await?)
}

/// One of the people of a group, for those who belong to it.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not belong to it, and when there is no such member.
pub async fn one(scope: &Scope, group: GroupId, account: AccountId) -> Result<Member, Error> {
    let db = scope.portal.db.reader();
    let role = require(db, scope, group, GroupRight::See).await?;
    let row = membership::Entity::find_by_id((group, account))
        .one(db)
        .await?;
    let rows = row.into_iter().collect();
    let mut found = members(scope, rows, role.may(GroupRight::Manage)).await?;
    found.pop().ok_or(NO_SUCH_MEMBER)
}

async fn members(
    scope: &Scope,
    rows: Vec<membership::Model>,
    for_owner: bool,
) -> Result<Vec<Member>, DbErr> {
    let db = scope.portal.db.reader();
    let ids = || rows.iter().map(|row| row.account_id);
    let mut contacts = accounts::by_ids(db, ids()).await?;
    let sign_ins = if for_owner && !rows.is_empty() {
        accounts::last_sign_ins(db, ids()).await?
    } else {
        HashMap::new()
    };
    let members = rows.iter().filter_map(|row| {
        let contact = contacts.remove(&row.account_id)?;
        Some(Member {
            id: contact.id,
            name: contact.full_name(),
            email: contact.email,
            role: row.role,
            joined_at: row.joined_at,
            last_sign_in_at: sign_ins.get(&row.account_id).copied(),
        })
    });
    Ok(members.collect())
}
