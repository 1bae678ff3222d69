//! The authenticator app of an account: added in two steps, so that nobody is kept out by an app
//! that never had the secret.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QuerySelect, QueryTrait, Set, sea_query::Expr,
};

use super::{
    FactorError, RecoveryCode, TotpSecret, record, recovery, require_confirmed, settle, totp,
};
use crate::{
    Forbidden, Scope,
    accounts::lookup,
    audit::Action,
    db::Transaction,
    entities::{account, totp_factor},
    ids::{AccountId, TotpFactorId},
    store::{SealedSecret, Unsealable, Vault},
    vocabulary::FactorChange,
};

/// How long a secret waits for its first code.
const PENDING_FOR: TimeDelta = TimeDelta::hours(1);

/// Makes the secret of an app, which is good for nothing until a code of it comes. One that was
/// made before and still waits is forgotten.
///
/// # Errors
/// [`FactorError::AlreadyThere`] when the account has an app, [`FactorError::Unconfirmed`] until the
/// asker gives the password again, [`crate::Error::Forbidden`] unless a person is signed in.
pub async fn begin_app(scope: &Scope, vault: &Vault) -> Result<(), FactorError> {
    let person = require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    totp_factor::Entity::delete_many()
        .filter(totp_factor::Column::AccountId.eq(person))
        .filter(totp_factor::Column::ConfirmedAt.is_null())
        .exec(&transaction)
        .await?;
    if find(&transaction, person).await?.is_some() {
        return Err(FactorError::AlreadyThere);
    }
    insert(&transaction, scope, vault, person).await?;
    transaction.commit().await?;
    Ok(())
}

async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: AccountId,
) -> Result<(), DbErr> {
    let id: TotpFactorId = scope.portal.new_id();
    let random = scope.portal.random.as_ref();
    let secret = TotpSecret::generate(random);
    let sealed = vault.seal_bytes(id.0, secret.bytes(), random);
    let row = totp_factor::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        sealed_secret: Set(sealed.bytes),
        key_version: Set(sealed.version),
        last_step: Set(0),
        created_at: Set(scope.now()),
        confirmed_at: Set(None),
    };
    row.insert(transaction).await?;
    Ok(())
}

/// The secret that waits for its first code; `None` when there is none, or not any more.
///
/// # Errors
/// As [`begin_app`], and [`FactorError::Sealed`] when the secret does not open.
pub async fn pending_app(scope: &Scope, vault: &Vault) -> Result<Option<TotpSecret>, FactorError> {
    let person = require_confirmed(scope)?;
    match find(scope.portal.db.reader(), person).await? {
        Some(row) if is_pending(&row, scope) => Ok(Some(open(&row, vault)?)),
        _ => Ok(None),
    }
}

/// Adds the app that waits, by a code of it: from now on a sign-in asks for one. Tells ten recovery
/// codes, the only time that it does.
///
/// # Errors
/// [`FactorError::WrongCode`] when the code is no code of now, [`FactorError::Over`] when no app
/// waits, and as [`pending_app`].
pub async fn confirm_app(
    scope: &Scope,
    vault: &Vault,
    typed: &str,
) -> Result<Vec<RecoveryCode>, FactorError> {
    let person = require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    let row = find(&transaction, person).await?;
    let row = row.filter(|row| is_pending(row, scope));
    let row = row.ok_or(FactorError::Over)?;
    let step = step_of(&row, scope, vault, typed)?.ok_or(FactorError::WrongCode)?;
    if !confirm(&transaction, scope, &row, step).await? {
        return Err(FactorError::Over);
    }
    settle(&transaction, scope, person).await?;
    let codes = recovery::replace(&transaction, scope, vault, person).await?;
    let change = FactorChange::AppAdded;
    record(&transaction, scope, person, (Action::FactorAdded, change)).await?;
    transaction.commit().await?;
    Ok(codes)
}

/// Removes the app; without another factor, the recovery codes go too.
///
/// # Errors
/// [`FactorError::Over`] when there is none, [`FactorError::Unconfirmed`] until the asker gives the
/// password or a code again, [`crate::Error::Forbidden`] unless a person is signed in.
pub async fn remove_app(scope: &Scope) -> Result<(), FactorError> {
    let person = require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    if !forget(&transaction, person).await? {
        return Err(FactorError::Over);
    }
    settle(&transaction, scope, person).await?;
    let change = FactorChange::AppRemoved;
    record(&transaction, scope, person, (Action::FactorRemoved, change)).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn find(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<totp_factor::Model>, DbErr> {
    totp_factor::Entity::find()
        .filter(totp_factor::Column::AccountId.eq(account))
        .one(db)
        .await
}

/// Whether an account has an app that counts, in a query of accounts.
pub(in crate::accounts) fn has_app() -> Expr {
    let own = Expr::col((totp_factor::Entity, totp_factor::Column::AccountId));
    let confirmed = totp_factor::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own.equals((account::Entity, account::Column::Id)))
        .filter(totp_factor::Column::ConfirmedAt.is_not_null());
    Expr::exists(confirmed.into_query())
}

/// Deletes the app, whether it was confirmed or not; tells whether there was one.
pub(super) async fn forget(transaction: &Transaction, account: AccountId) -> Result<bool, DbErr> {
    let deleted = totp_factor::Entity::delete_many()
        .filter(totp_factor::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(deleted.rows_affected > 0)
}

/// Uses a code up, if it is one of now and none of its step or of a later one was used: of two at
/// once, one is taken (RFC 6238 §5.2).
pub(super) async fn use_up(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    (account, code): (AccountId, &str),
) -> Result<bool, FactorError> {
    let row = find(transaction, account).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_some()) else {
        return Ok(false);
    };
    let Some(step) = step_of(&row, scope, vault, code)? else {
        return Ok(false);
    };
    let used = totp_factor::Entity::update_many()
        .col_expr(totp_factor::Column::LastStep, step.into())
        .filter(totp_factor::Column::Id.eq(row.id))
        .filter(totp_factor::Column::LastStep.lt(step))
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

fn is_pending(row: &totp_factor::Model, scope: &Scope) -> bool {
    row.confirmed_at.is_none() && scope.now() < row.created_at + PENDING_FOR
}

fn open(row: &totp_factor::Model, vault: &Vault) -> Result<TotpSecret, Unsealable> {
    let sealed = SealedSecret {
        bytes: row.sealed_secret.clone(),
        version: row.key_version,
    };
    let plain = vault.open_bytes(row.id.0, &sealed)?;
    TotpSecret::from_bytes(&plain).ok_or(Unsealable)
}

/// The step of a code as it was typed, if it is one of now that was not used.
fn step_of(
    row: &totp_factor::Model,
    scope: &Scope,
    vault: &Vault,
    typed: &str,
) -> Result<Option<i64>, Unsealable> {
    let Some(code) = totp::digits(typed) else {
        return Ok(None);
    };
    let steps = open(row, vault)?.steps_of(&code, scope.now());
    Ok(steps.into_iter().find(|step| *step > row.last_step))
}

async fn confirm(
    transaction: &Transaction,
    scope: &Scope,
    row: &totp_factor::Model,
    step: i64,
) -> Result<bool, DbErr> {
    let confirmed = totp_factor::Entity::update_many()
        .col_expr(totp_factor::Column::ConfirmedAt, scope.now().into())
        .col_expr(totp_factor::Column::LastStep, step.into())
        .filter(totp_factor::Column::Id.eq(row.id))
        .filter(totp_factor::Column::ConfirmedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(confirmed.rows_affected == 1)
}
