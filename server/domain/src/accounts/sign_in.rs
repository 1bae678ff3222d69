//! Sign-in with a password.

use std::time::Duration;

use sea_orm::DbErr;

use super::{
    OpenedSession, Overloaded, Passwords, SessionKind,
    check::CheckError,
    proof::{ProvenPassword, prove_password},
    sessions::{self, SessionOpening},
};
use crate::{Scope, audit::Action, token::Token};

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
    let proven = prove_password(scope, passwords, email, password).await?;
    let opened = open(scope, &proven, device, current).await;
    proven.settle(scope, opened).await
}

/// Opens the session, unless the password was changed since it was checked.
async fn open(
    scope: &Scope,
    proven: &ProvenPassword,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, SignInError> {
    let transaction = scope.portal.db.begin().await?;
    if !proven.record(scope, &transaction).await? {
        return Err(SignInError::Credentials);
    }
    if let Some(token) = current {
        sessions::end_by_token(&transaction, token).await?;
    }
    let opening = SessionOpening {
        kind: SessionKind::Full,
        device,
        by: Action::SignedIn,
    };
    let session = sessions::open(&transaction, scope, &proven.account, opening).await?;
    transaction.commit().await?;
    Ok(session)
}
