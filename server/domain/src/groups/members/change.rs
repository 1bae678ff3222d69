//! Changes who belongs to a group, and in which role. An owner always remains: whatever takes one
//! away first locks the group, and then is one statement that asks for another one.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::NO_SUCH_MEMBER;
use crate::{
    Error, Forbidden, Scope,
    accounts::{TooOften, throttle},
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{membership, permission_group},
    from_common,
    groups::{GroupRight, MemberRole, invitations, require, role_in},
    ids::{AccountId, GroupId},
    jobs::{self, Job, Mail},
};

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
    notify(&transaction, scope, (group, account), Some(role)).await?;
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
    throttle::count_act(&transaction, scope, actor).await??;
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
    notify(
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
    let actor = begin_change(&transaction, scope, group).await?;
    throttle::count_act(&transaction, scope, actor).await??;
    delete(&transaction, scope, group, account).await?;
    let details = account.to_string();
    record(&transaction, scope, group, Action::MemberRemoved, details).await?;
    notify(&transaction, scope, (group, account), None).await?;
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
pub(in crate::groups) async fn begin_change(
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
pub(in crate::groups) async fn lock_group(
    transaction: &Transaction,
    group: GroupId,
) -> Result<(), DbErr> {
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

pub(in crate::groups) async fn record(
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
pub(in crate::groups) async fn notify(
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
