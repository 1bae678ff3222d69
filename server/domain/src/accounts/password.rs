//! Sets a password after a link, and changes it with the old one.

use std::time::Duration;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use values::NewPassword;

use super::{
    OpenedSession, Overloaded, Passwords, SessionKind, browsers,
    check::{CheckError, check},
    links, lookup,
    sessions::{self, SessionOpening},
    throttle::{self, Attempt},
};
use crate::{
    Error, Forbidden, Scope,
    audit::Action,
    db::Transaction,
    entities::{account, session},
    from_common,
    ids::{AccountId, SessionId},
    jobs::{self, Job, Mail},
};

#[derive(Debug, thiserror::Error)]
pub enum SetPasswordError {
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(SetPasswordError);

#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    #[error("the current password is another")]
    WrongPassword,
    #[error("too many failures, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ChangePasswordError);

impl From<CheckError> for ChangePasswordError {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Wrong => Self::WrongPassword,
            CheckError::Throttled { retry_after } => Self::Throttled { retry_after },
            CheckError::Overloaded(overloaded) => Self::Overloaded(overloaded),
            CheckError::Database(error) => error.into(),
        }
    }
}

/// The words that the asker's password must not be made of, for [`NewPassword::parse`].
///
/// # Errors
/// [`Forbidden`] unless the asker has a session.
pub fn personal_words(scope: &Scope) -> Result<[&str; 3], Forbidden> {
    let (person, _) = scope.require_session()?;
    Ok([&person.given_name, &person.family_name, &person.email])
}

/// Sets the password of a person whose session a link opened. It ends every session, voids every
/// link and opens a new session, which waits for the second factor if there is one. Only this kind of session sets a password without the old one,
/// since an open browser must not be enough to take over an account.
///
/// # Errors
/// [`Error::Forbidden`] unless a link opened the session and no password was set in it,
/// [`SetPasswordError::Overloaded`] when too many passwords are being hashed.
pub async fn set_password(
    scope: &Scope,
    passwords: &Passwords,
    password: NewPassword,
    device: &str,
) -> Result<OpenedSession, SetPasswordError> {
    let (person, current) = scope.require_session()?;
    let hash = passwords.hasher.hash(&password).await?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, person.id)
        .await?
        .ok_or(Forbidden)?;
    let set = is_link_session(&transaction, scope, (person.id, current.id)).await?
        && replace(&transaction, scope, &account, hash).await?;
    if !set {
        return Err(Forbidden.into());
    }
    throttle::forget_password_failures(&transaction, &account.email).await?;
    throttle::record_network(&transaction, scope, &account.email).await?;
    // Whoever reads the mails of somebody else has the link, and not the second factor.
    let kind = match account.second_factor_at {
        Some(_) => SessionKind::AwaitingFactor,
        None => SessionKind::Full,
    };
    let session = restart_sessions(&transaction, scope, &account, (kind, device)).await?;
    transaction.commit().await?;
    Ok(session)
}

/// Changes the asker's password; the rest as [`set_password`].
///
/// # Errors
/// [`ChangePasswordError::WrongPassword`] when `current` is not the password,
/// [`ChangePasswordError::Throttled`] after too many wrong ones,
/// [`ChangePasswordError::Overloaded`] when too many passwords are being hashed.
pub async fn change_password(
    scope: &Scope,
    passwords: &Passwords,
    current: &str,
    password: NewPassword,
    device: &str,
) -> Result<OpenedSession, ChangePasswordError> {
    let (person, _) = scope.require_in_person()?;
    let account = account::Entity::find_by_id(person.id)
        .one(scope.portal.db.reader())
        .await?
        .ok_or(Forbidden)?;
    let known = account.password_hash.as_deref();
    let attempt = check(scope, passwords, account.email.as_str(), known, current).await?;
    let changed = match passwords.hasher.hash(&password).await {
        Ok(hash) => change(scope, &account, &attempt, hash, device).await,
        Err(overloaded) => Err(overloaded.into()),
    };
    attempt.settle(scope, changed).await
}

/// Replaces the hash that the password was checked against, and opens a new session.
async fn change(
    scope: &Scope,
    account: &account::Model,
    attempt: &Attempt,
    hash: String,
    device: &str,
) -> Result<OpenedSession, ChangePasswordError> {
    let transaction = scope.portal.db.begin().await?;
    if !replace(&transaction, scope, account, hash).await? {
        return Err(ChangePasswordError::WrongPassword);
    }
    attempt.succeeded(scope, &transaction).await?;
    let full = (SessionKind::Full, device);
    let session = restart_sessions(&transaction, scope, account, full).await?;
    transaction.commit().await?;
    Ok(session)
}

/// Whether the session exists and a link opened it.
async fn is_link_session(
    transaction: &Transaction,
    scope: &Scope,
    (account, session): (AccountId, SessionId),
) -> Result<bool, DbErr> {
    let session = session::Entity::find_by_id(session)
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::Kind.eq(SessionKind::PasswordOnly))
        .filter(session::Column::ExpiresAt.gt(scope.now()))
        .one(transaction)
        .await?;
    Ok(session.is_some())
}

/// Replaces the account's hash, if it is still the one that was read; tells whether it was.
async fn replace(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    hash: String,
) -> Result<bool, DbErr> {
    let before = match &account.password_hash {
        Some(hash) => account::Column::PasswordHash.eq(hash.as_str()),
        None => account::Column::PasswordHash.is_null(),
    };
    let replaced = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, hash.into())
        .col_expr(account::Column::PasswordChangedAt, scope.now().into())
        .filter(account::Column::Id.eq(account.id))
        .filter(before)
        .exec(transaction)
        .await?;
    Ok(replaced.rows_affected == 1)
}

/// Ends every session, forgets every browser and voids every link: nobody who knew the old password
/// or holds an old link stays or gets signed in. Then opens a new session.
async fn restart_sessions(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    (kind, device): (SessionKind, &str),
) -> Result<OpenedSession, DbErr> {
    sessions::end_all(transaction, account.id).await?;
    browsers::forget_all(transaction, account.id).await?;
    links::void_all(transaction, account, scope.now()).await?;
    if account.password_hash.is_some() {
        let mail = Mail::PasswordChanged {
            account: account.id,
        };
        jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    }
    let opening = SessionOpening {
        kind,
        device,
        by: Action::PasswordSet,
    };
    sessions::open(transaction, scope, account, opening).await
}
