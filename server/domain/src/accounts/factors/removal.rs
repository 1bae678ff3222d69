//! The way out for whoever lost the device and the recovery codes: support asks that the second
//! factors of an account be removed, and another person of staff confirms it. Who confirms it for an
//! administrator is one too. The owner is told at the beginning and at the end; one who signs in
//! with a factor meanwhile has it, and the removal is over.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{IntoCondition, OnConflict},
};
use values::Reason;

use super::{app, record_reason, settle};
use crate::{
    Error, Forbidden, Role, Scope,
    accounts::{browsers, contact, lookup, passkeys, sessions},
    audit::{self, Action, Subject},
    cleanup,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::{account, factor_removal},
    from_common,
    ids::AccountId,
    vocabulary::FactorChange,
};

/// How long a second person may take.
const GOOD_FOR: TimeDelta = TimeDelta::days(3);

/// A removal that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorRemoval {
    pub reason: String,
    /// The name of who asked for it.
    pub asked_by: String,
    pub asked_at: Timestamp,
    pub until: Timestamp,
    /// Whether the asker may confirm it.
    pub may_confirm: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum RemovalError {
    /// The account has no second factor, or a removal waits already, or does not any more.
    #[error("nothing to do")]
    Over,
    /// Who asked for it, or whose account it is, does not confirm it; nor does support for an
    /// administrator.
    #[error("another person must do it")]
    SecondPerson,
    /// The asker must give the password or a code again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(RemovalError);

/// Asks that the second factors of an account be removed.
///
/// # Errors
/// [`RemovalError::Over`] when it has none or this was asked for before,
/// [`RemovalError::SecondPerson`] for one's own account, [`Error::NotFound`] when there is no such
/// account, [`Error::Forbidden`] for whoever is not in support.
pub async fn ask_removal(
    scope: &Scope,
    id: AccountId,
    reason: &Reason,
) -> Result<(), RemovalError> {
    scope.require(Role::Support)?;
    let asker = scope.require_in_person()?.0.id;
    let transaction = scope.portal.db.begin().await?;
    let account = lock(&transaction, id).await?;
    if asker == id {
        return Err(RemovalError::SecondPerson);
    }
    let has_factor = account.second_factor_at.is_some();
    if !has_factor || !insert(&transaction, scope, (id, asker), reason).await? {
        return Err(RemovalError::Over);
    }
    let act = (Action::FactorRemovalAsked, FactorChange::RemovalAsked);
    record_reason(&transaction, scope, id, act, Some(reason.to_string())).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes a removal back.
///
/// # Errors
/// [`RemovalError::Over`] when none waits, and as [`ask_removal`].
pub async fn withdraw_removal(scope: &Scope, id: AccountId) -> Result<(), RemovalError> {
    scope.require(Role::Support)?;
    let transaction = scope.portal.db.begin().await?;
    lock(&transaction, id).await?;
    if !forget(&transaction, id).await? {
        return Err(RemovalError::Over);
    }
    let change = FactorChange::RemovalWithdrawn;
    let act = (Action::FactorRemovalWithdrawn, change);
    record_reason(&transaction, scope, id, act, None).await?;
    transaction.commit().await?;
    Ok(())
}

/// Ends the removal that waits for the asker's own account.
///
/// # Errors
/// [`RemovalError::Over`] when none waits, [`Error::Forbidden`] unless a person is signed in.
pub async fn cancel_removal(scope: &Scope) -> Result<(), RemovalError> {
    let id = scope.require_in_person()?.0.id;
    let transaction = scope.portal.db.begin().await?;
    lock(&transaction, id).await?;
    if !end(&transaction, scope, id).await? {
        return Err(RemovalError::Over);
    }
    transaction.commit().await?;
    Ok(())
}

/// Removes the second factors of an account, as somebody else asked; its sessions end.
///
/// # Errors
/// [`RemovalError::SecondPerson`] for who asked for it or owns the account, when who asked is in
/// support no more, and, for the account of an administrator, for whoever is none, [`RemovalError::Over`] when none waits,
/// [`RemovalError::Unconfirmed`] until the asker gives the password or a code again, and as
/// [`ask_removal`].
pub async fn confirm_removal(scope: &Scope, id: AccountId) -> Result<(), RemovalError> {
    require_staff(scope)?;
    let asker = scope.require_in_person()?.0.id;
    if !scope.is_confirmed() {
        return Err(RemovalError::Unconfirmed);
    }
    let transaction = scope.portal.db.begin().await?;
    lock(&transaction, id).await?;
    let waiting = find(&transaction, scope, id).await?;
    let waiting = waiting.ok_or(RemovalError::Over)?;
    if !may_confirm(&transaction, scope, &waiting, asker).await? {
        return Err(RemovalError::SecondPerson);
    }
    if !forget(&transaction, id).await? {
        return Err(RemovalError::Over);
    }
    app::forget(&transaction, id).await?;
    passkeys::forget_all(&transaction, id).await?;
    settle(&transaction, scope, id).await?;
    sessions::end_all(&transaction, id).await?;
    browsers::forget_all(&transaction, id).await?;
    let act = (Action::FactorsRemovedByStaff, FactorChange::RemovedByStaff);
    record_reason(&transaction, scope, id, act, Some(waiting.reason)).await?;
    transaction.commit().await?;
    Ok(())
}

/// The removal that waits for a second person, if one does.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn removal_of(scope: &Scope, id: AccountId) -> Result<Option<FactorRemoval>, Error> {
    require_staff(scope)?;
    let asker = scope.require_signed_in()?.id;
    let db = scope.portal.db.reader();
    let Some(row) = find(db, scope, id).await? else {
        return Ok(None);
    };
    let names = contact::names(db, [row.asked_by].into_iter()).await?;
    let may_confirm = may_confirm(db, scope, &row, asker).await?;
    Ok(Some(removal(row, names, may_confirm)))
}

fn removal(
    row: factor_removal::Model,
    mut names: HashMap<AccountId, String>,
    may_confirm: bool,
) -> FactorRemoval {
    FactorRemoval {
        reason: row.reason,
        asked_by: names.remove(&row.asked_by).unwrap_or_default(),
        asked_at: row.asked_at,
        until: row.expires_at,
        may_confirm,
    }
}

/// Ends the removal of an account, whose owner need not be told: they did it, or gave a factor.
/// Tells whether one waited.
pub(in crate::accounts) async fn end(
    transaction: &Transaction,
    scope: &Scope,
    id: AccountId,
) -> Result<bool, DbErr> {
    if find(transaction, scope, id).await?.is_none() || !forget(transaction, id).await? {
        return Ok(false);
    }
    let subject = Subject::Account(id);
    audit::record(transaction, scope, Action::FactorRemovalWithdrawn, subject).await?;
    Ok(true)
}

/// Until when the removal of an account may be confirmed, if one waits.
pub(super) async fn waits_until(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: AccountId,
) -> Result<Option<Timestamp>, DbErr> {
    let waiting = find(db, scope, id).await?;
    Ok(waiting.map(|row| row.expires_at))
}

/// Forgets the removal of an account; tells whether there was one.
async fn forget(transaction: &Transaction, id: AccountId) -> Result<bool, DbErr> {
    let deleted = factor_removal::Entity::delete_many()
        .filter(factor_removal::Column::AccountId.eq(id))
        .exec(transaction)
        .await?;
    Ok(deleted.rows_affected > 0)
}

/// Deletes removals that no second person confirmed in time.
pub(in crate::accounts) async fn delete_expired(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let expired = factor_removal::Column::ExpiresAt.lte(now);
    cleanup::delete::<factor_removal::Entity>(db, expired.into_condition()).await
}

/// Support, or an administrator, who confirms for administrators.
fn require_staff(scope: &Scope) -> Result<(), Forbidden> {
    let support = scope.require(Role::Support);
    support.or_else(|_| scope.require(Role::Administrator))
}

async fn lock(transaction: &Transaction, id: AccountId) -> Result<account::Model, RemovalError> {
    let account = lookup::lock(transaction, id).await?;
    Ok(account.ok_or(Error::NotFound("no such account"))?)
}

/// Whether it was not asked for before; one that expired counts no more.
async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    (id, asker): (AccountId, AccountId),
    reason: &Reason,
) -> Result<bool, DbErr> {
    if find(transaction, scope, id).await?.is_none() {
        forget(transaction, id).await?;
    }
    let row = factor_removal::ActiveModel {
        account_id: Set(id),
        asked_by: Set(asker),
        reason: Set(reason.to_string()),
        asked_at: Set(scope.now()),
        expires_at: Set(scope.now() + GOOD_FOR),
    };
    let once = OnConflict::column(factor_removal::Column::AccountId)
        .do_nothing()
        .to_owned();
    let inserted = factor_removal::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

async fn find(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: AccountId,
) -> Result<Option<factor_removal::Model>, DbErr> {
    factor_removal::Entity::find_by_id(id)
        .filter(factor_removal::Column::ExpiresAt.gt(scope.now()))
        .one(db)
        .await
}

/// Whether this person is a second one of staff, with enough rights for the account.
async fn may_confirm(
    db: &impl ConnectionTrait,
    scope: &Scope,
    removal: &factor_removal::Model,
    asker: AccountId,
) -> Result<bool, DbErr> {
    if asker == removal.asked_by || asker == removal.account_id {
        return Ok(false);
    }
    // Whoever lost the role since then is not the first of two any more.
    if !contact::has_role(db, removal.asked_by, Role::Support).await? {
        return Ok(false);
    }
    let role = Role::Administrator;
    let of_administrator = contact::has_role(db, removal.account_id, role).await?;
    Ok(!of_administrator || scope.require(role).is_ok())
}
