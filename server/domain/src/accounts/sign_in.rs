//! Sign-in with a password.

use std::time::Duration;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    Email, OpenedSession, Overloaded, Passwords, SessionKind,
    check::{CheckError, check},
    lookup,
    sessions::{self, SessionOpening},
    throttle::Attempt,
};
use crate::{Scope, audit::Action, db::Transaction, entities::account, token::Token};

#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The address or the password is wrong; the error does not tell which.
    #[error("address and password do not belong together")]
    Credentials,
    #[error("too many failures, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<CheckError> for SignInError {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Wrong => Self::Credentials,
            CheckError::Throttled { retry_after } => Self::Throttled { retry_after },
            CheckError::Overloaded(overloaded) => Self::Overloaded(overloaded),
            CheckError::Database(error) => Self::Database(error),
        }
    }
}

/// Opens a session for the owner of address and password, in place of the `current` one if the
/// browser had any. Takes as long for an unknown address as for a wrong password.
///
/// # Errors
/// [`SignInError::Credentials`] when address and password do not belong together,
/// [`SignInError::Throttled`] after too many failures, [`SignInError::Overloaded`] when too many
/// passwords are being hashed.
pub async fn sign_in(
    scope: &Scope,
    passwords: &Passwords,
    email: &str,
    password: &str,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, SignInError> {
    let account = verified(scope, email).await?;
    let hash = account.as_ref().and_then(|it| it.password_hash.as_deref());
    let attempt = check(scope, passwords, email, hash, password).await?;
    let opened = match &account {
        Some(account) => open(scope, account, &attempt, device, current).await,
        None => Err(SignInError::Credentials),
    };
    attempt.settle(scope, opened).await
}

/// Opens the session, unless the password was changed since it was checked.
async fn open(
    scope: &Scope,
    account: &account::Model,
    attempt: &Attempt,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, SignInError> {
    let transaction = scope.portal.db.begin().await?;
    if !record_sign_in(&transaction, scope, account).await? {
        return Err(SignInError::Credentials);
    }
    attempt.succeeded(scope, &transaction).await?;
    if let Some(token) = current {
        sessions::end_by_token(&transaction, token).await?;
    }
    let opening = SessionOpening {
        kind: SessionKind::Full,
        device,
        by: Action::SignedIn,
    };
    let session = sessions::open(&transaction, scope, account, opening).await?;
    transaction.commit().await?;
    Ok(session)
}

/// The account of the typed address, if the address was verified.
async fn verified(scope: &Scope, typed: &str) -> Result<Option<account::Model>, DbErr> {
    let Ok(email) = Email::parse(typed) else {
        return Ok(None);
    };
    let account = lookup::by_email(scope.portal.db.reader(), &email).await?;
    Ok(account.filter(|account| account.email_verified_at.is_some()))
}

/// Records the sign-in if the password is still the one that was checked. A change of the password
/// ends every session, and must not miss one that is just being opened.
async fn record_sign_in(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
) -> Result<bool, DbErr> {
    let recorded = account::Entity::update_many()
        .col_expr(account::Column::LastSignInAt, scope.now().into())
        .filter(account::Column::Id.eq(account.id))
        .filter(account::Column::PasswordHash.eq(account.password_hash.clone()))
        .exec(transaction)
        .await?;
    Ok(recorded.rows_affected == 1)
}
