//! The people of a group: who they are, what they may do, and how they leave. An owner always
//! remains: whatever takes one away first locks the group, and then is one statement that asks for
//! another one.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::{GroupRight, MemberRole, invitations, require, role_in};
use crate::{
    Cursor, Error, Forbidden, Page, Scope,
    accounts::{self, Email, TooOften, throttle},
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{membership, permission_group},
    from_common,
    ids::{AccountId, GroupId},
    jobs::{self, Job, Mail},
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

#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// Nobody would be left who can look after the group.
    #[error("the last owner must stay one")]
    LastOwner,
    /// The asker must give the password again before somebody gets at keys.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(MemberError);

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

const NO_SUCH_MEMBER: Error = Error::NotFound("no such member");

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

/// Gives a member another role, and tells them.
///
/// # Errors
/// [`MemberError::LastOwner`] for the only owner, [`MemberError::Unconfirmed`] until the asker gives
/// the password again, where the new role gets at keys; [`Error::Forbidden`] for whoever is no owner,
/// [`Error::NotFound`] for whoever does not belong to the group, and when there is no such member.
pub async fn change_role(
    scope: &Scope,
    group: GroupId,
    account: AccountId,
    role: MemberRole,
) -> Result<(), MemberError> {
    let transaction = scope.portal.db.begin().await?;
    let actor = begin_change(&transaction, scope, group).await?;
    let before = role_in(&transaction, group, account).await?;
    let before = before.ok_or(NO_SUCH_MEMBER)?;
    if before == role {
        return Ok(());
    }
    if role.may(GroupRight::UseKeys) && !scope.may_change_keys() {
        return Err(MemberError::Unconfirmed);
    }
    throttle::count_act(&transaction, scope, actor).await??;
    set_role(&transaction, (group, account), (before, role)).await?;
    if before == MemberRole::Owner {
        invitations::withdraw_of(&transaction, scope, group, account).await?;
    }
    let details = format!("{account} {before} {role}");
    record(
        &transaction,
        scope,
        group,
        Action::MemberRoleChanged,
        details,
    )
    .await?;
    tell(&transaction, scope, (group, account), Some(role)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Makes a member the owner in the asker's place, who stays as a developer.
///
/// # Errors
/// As [`change_role`]; [`Error::NotFound`] also for the asker themselves.
pub async fn hand_over(
    scope: &Scope,
    group: GroupId,
    account: AccountId,
) -> Result<(), MemberError> {
    let transaction = scope.portal.db.begin().await?;
    let actor = begin_change(&transaction, scope, group).await?;
    let before = role_in(&transaction, group, account).await?;
    let before = before.filter(|_| actor != account).ok_or(NO_SUCH_MEMBER)?;
    if !scope.may_change_keys() {
        return Err(MemberError::Unconfirmed);
    }
    if before != MemberRole::Owner {
        set_role(&transaction, (group, account), (before, MemberRole::Owner)).await?;
    }
    let steps_down = (MemberRole::Owner, MemberRole::Developer);
    set_role(&transaction, (group, actor), steps_down).await?;
    invitations::withdraw_of(&transaction, scope, group, actor).await?;
    let details = account.to_string();
    record(
        &transaction,
        scope,
        group,
        Action::OwnershipHandedOver,
        details,
    )
    .await?;
    tell(
        &transaction,
        scope,
        (group, account),
        Some(MemberRole::Owner),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// Removes a member, from their next request on, and tells them. Their applications stay, and what
/// they invited others by is void.
///
/// # Errors
/// [`MemberError::LastOwner`] for the only owner; [`Error::Forbidden`] for whoever is no owner,
/// [`Error::NotFound`] for whoever does not belong to the group, and when there is no such member.
pub async fn remove(scope: &Scope, group: GroupId, account: AccountId) -> Result<(), MemberError> {
    let transaction = scope.portal.db.begin().await?;
    begin_change(&transaction, scope, group).await?;
    delete(&transaction, scope, group, account).await?;
    let details = account.to_string();
    record(&transaction, scope, group, Action::MemberRemoved, details).await?;
    tell(&transaction, scope, (group, account), None).await?;
    transaction.commit().await?;
    Ok(())
}

/// The asker leaves a group.
///
/// # Errors
/// [`MemberError::LastOwner`] for the only owner, [`Error::NotFound`] for whoever does not belong to
/// it, [`Error::Forbidden`] for programs that administrators let act.
pub async fn leave(scope: &Scope, group: GroupId) -> Result<(), MemberError> {
    let person = scope.require_signed_in()?.id;
    if scope.is_by_administrators() {
        return Err(Forbidden.into());
    }
    let transaction = scope.portal.db.begin().await?;
    lock_group(&transaction, group).await?;
    delete(&transaction, scope, group, person).await?;
    let details = person.to_string();
    record(&transaction, scope, group, Action::MemberLeft, details).await?;
    transaction.commit().await?;
    Ok(())
}

/// Lets an owner change who belongs to a group, one change after the other. Administrators get
/// nobody into a group by a program.
pub(super) async fn begin_change(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
) -> Result<AccountId, Error> {
    let person = scope.require_signed_in()?.id;
    if scope.is_by_administrators() {
        return Err(Forbidden.into());
    }
    lock_group(transaction, group).await?;
    require(transaction, scope, group, GroupRight::Manage).await?;
    Ok(person)
}

/// On `PostgreSQL` the group's row makes others wait until the transaction ends, on `SQLite` the
/// transaction itself does.
pub(super) async fn lock_group(transaction: &Transaction, group: GroupId) -> Result<(), DbErr> {
    permission_group::Entity::find_by_id(group)
        .lock_exclusive()
        .one(transaction)
        .await?;
    Ok(())
}

async fn set_role(
    transaction: &Transaction,
    (group, account): (GroupId, AccountId),
    (before, after): (MemberRole, MemberRole),
) -> Result<(), MemberError> {
    let changed = membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(after))
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::Role.eq(before))
        .filter(owner_remains(group, account))
        .exec(transaction)
        .await?;
    if changed.rows_affected == 1 {
        Ok(())
    } else {
        Err(MemberError::LastOwner)
    }
}

async fn delete(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    account: AccountId,
) -> Result<(), MemberError> {
    let deleted = membership::Entity::delete_many()
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::AccountId.eq(account))
        .filter(owner_remains(group, account))
        .exec(transaction)
        .await?;
    if deleted.rows_affected == 1 {
        return Ok(invitations::withdraw_of(transaction, scope, group, account).await?);
    }
    match role_in(transaction, group, account).await? {
        Some(_) => Err(MemberError::LastOwner),
        None => Err(NO_SUCH_MEMBER.into()),
    }
}

/// Whether this row is no owner's, or the group has another owner.
fn owner_remains(group: GroupId, account: AccountId) -> Condition {
    let another = membership::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .filter(membership::Column::AccountId.ne(account))
        .into_query();
    Condition::any()
        .add(membership::Column::Role.ne(MemberRole::Owner))
        .add(Expr::exists(another))
}

pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    action: Action,
    details: String,
) -> Result<(), DbErr> {
    let subject = Subject::Group(group);
    audit::record_with(transaction, scope, action, subject, Some(details)).await
}

/// Tells somebody of their role in a group; nobody is told of what they did themselves.
pub(super) async fn tell(
    transaction: &Transaction,
    scope: &Scope,
    (group, account): (GroupId, AccountId),
    role: Option<MemberRole>,
) -> Result<(), DbErr> {
    if scope.account_id() == Some(account) {
        return Ok(());
    }
    let mail = Mail::MembershipChanged {
        group,
        account,
        role,
    };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}
