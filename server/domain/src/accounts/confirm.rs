//! Asks a signed-in person for the password again, since an open browser is not enough to read a
//! secret key.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Overloaded, Passwords,
    check::{CheckError, check},
    lookup,
    throttle::Attempt,
};
use crate::{
    Actor, CurrentSession, Error, Forbidden, Scope,
    db::Transaction,
    entities::{account, session},
    from_common,
    ids::{AccountId, SessionId},
};

#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    #[error("the password is another")]
    WrongPassword,
    #[error("too many failures, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
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

/// The scope of the asker after the right password. The session keeps the confirmation for
/// [`Lifetimes::confirmation`](crate::settings::Lifetimes::confirmation).
///
/// # Errors
/// [`ConfirmError::WrongPassword`] when the password is wrong, [`ConfirmError::Throttled`] after
/// too many wrong ones, [`ConfirmError::Overloaded`] when too many passwords are being hashed,
/// [`Error::Forbidden`] when nobody is signed in or the session ended meanwhile.
pub async fn confirm(
    scope: &Scope,
    passwords: &Passwords,
    password: &str,
) -> Result<Scope, ConfirmError> {
    let (person, session) = scope.require_in_person()?;
    let account = account::Entity::find_by_id(person.id)
        .one(scope.portal.db.reader())
        .await?
        .ok_or(Forbidden)?;
    let known = account.password_hash.as_deref();
    let attempt = check(scope, passwords, account.email.as_str(), known, password).await?;
    let recorded = record(scope, (person.id, session.id), &attempt).await;
    attempt.settle(scope, recorded).await?;
    let session = CurrentSession {
        confirmed_at: scope.now(),
        ..session
    };
    Ok(Scope {
        actor: Actor::Person(person.clone(), session),
        ..scope.clone()
    })
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
