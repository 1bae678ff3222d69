//! Asks a signed-in person for the password again, since an open browser is not enough to read a
//! secret key.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Overloaded, Passwords,
    check::{CheckError, check},
    factors::{self, FactorError},
    lookup,
    throttle::Attempt,
};
use crate::{
    Actor, CurrentSession, Error, Forbidden, Scope,
    db::Transaction,
    entities::{account, session},
    from_common,
    ids::{AccountId, SessionId},
    security::{Incident, IncidentSubject},
    store::Unsealable,
};

#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    #[error("the password is another")]
    WrongPassword,
    /// What was given looks like a code of the app, and is none of now.
    #[error("the code is another, or was used")]
    WrongCode,
    #[error("too many failures, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ConfirmError);

impl From<CheckError> for ConfirmError {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Wrong => Self::WrongPassword,
            CheckError::Throttled { retry_after } => Self::Throttled { retry_after },
            CheckError::Overloaded(overloaded) => Self::Overloaded(overloaded),
            CheckError::Database(error) => error.into(),
        }
    }
}

impl From<FactorError> for ConfirmError {
    fn from(error: FactorError) -> Self {
        match error {
            FactorError::Common(error) => Self::Common(error),
            FactorError::Sealed(error) => Self::Sealed(error),
            FactorError::WrongCode
            | FactorError::Unconfirmed
            | FactorError::AlreadyThere
            | FactorError::Over => Self::WrongCode,
        }
    }
}

/// The scope of the asker after the right password, or a code of the app of an account that has one. The session keeps the confirmation for
/// [`Lifetimes::confirmation`](crate::settings::Lifetimes::confirmation).
///
/// # Errors
/// [`ConfirmError::WrongPassword`] or [`ConfirmError::WrongCode`] when it is wrong, [`ConfirmError::Throttled`] after
/// too many wrong ones, [`ConfirmError::Overloaded`] when too many passwords are being hashed,
/// [`Error::Forbidden`] when nobody is signed in or the session ended meanwhile.
pub async fn confirm(
    scope: &Scope,
    passwords: &Passwords,
    typed: &str,
) -> Result<Scope, ConfirmError> {
    let (person, session) = scope.require_in_person()?;
    let account = account::Entity::find_by_id(person.id)
        .one(scope.portal.db.reader())
        .await?
        .ok_or(Forbidden)?;
    let whose = (person.id, session.id);
    if account.second_factor_at.is_some() && factors::is_code(typed) {
        by_code(scope, passwords, &account, whose, typed).await?;
    } else {
        let known = account.password_hash.as_deref();
        let attempt = check(scope, passwords, account.email.as_str(), known, typed).await?;
        let recorded = record(scope, whose, &attempt).await;
        attempt.settle(scope, recorded).await?;
    }
    let session = CurrentSession {
        confirmed_at: scope.now(),
        ..session
    };
    Ok(Scope {
        actor: Actor::Person(person.clone(), session),
        ..scope.clone()
    })
}

/// No password is six digits, so that one field takes both.
async fn by_code(
    scope: &Scope,
    passwords: &Passwords,
    account: &account::Model,
    whose: (AccountId, SessionId),
    typed: &str,
) -> Result<(), ConfirmError> {
    let attempt = factors::begin_attempt(scope, passwords, &account.email).await;
    let attempt = attempt.map_err(CheckError::from)?;
    match record_code(scope, passwords, whose, typed, &attempt).await {
        Ok(true) => Ok(()),
        Ok(false) => {
            attempt.failed(scope).await?;
            let whom = IncidentSubject::account(account.email.as_str());
            let incidents = &passwords.incidents;
            incidents.record(scope, Incident::ConfirmationFailed, whom);
            Err(ConfirmError::WrongCode)
        }
        Err(error) => attempt.settle(scope, Err(error)).await,
    }
}

/// Uses the code up and records that it was right; false when it is wrong.
async fn record_code(
    scope: &Scope,
    passwords: &Passwords,
    (account, session): (AccountId, SessionId),
    typed: &str,
    attempt: &Attempt,
) -> Result<bool, ConfirmError> {
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, account).await?;
    let code = (account, typed);
    if !factors::use_up_code(&transaction, scope, passwords, code).await? {
        return Ok(false);
    }
    attempt.succeeded(scope, &transaction).await?;
    // Whoever gives the factor has it, so that nobody need remove it.
    factors::end_removal(&transaction, scope, account).await?;
    remember(&transaction, scope, session).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Records in the session that the password was right.
async fn record(
    scope: &Scope,
    (account, session): (AccountId, SessionId),
    attempt: &Attempt,
) -> Result<(), ConfirmError> {
    let transaction = scope.portal.db.begin().await?;
    lookup::lock(&transaction, account).await?;
    attempt.succeeded(scope, &transaction).await?;
    remember(&transaction, scope, session).await?;
    transaction.commit().await?;
    Ok(())
}

/// Fails when the session is gone: a change of the password ends it.
async fn remember(
    transaction: &Transaction,
    scope: &Scope,
    session: SessionId,
) -> Result<(), ConfirmError> {
    let remembered = session::Entity::update_many()
        .col_expr(session::Column::ConfirmedAt, scope.now().into())
        .filter(session::Column::Id.eq(session))
        .exec(transaction)
        .await?;
    match remembered.rows_affected {
        0 => Err(Forbidden.into()),
        _ => Ok(()),
    }
}
