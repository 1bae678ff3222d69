//! Sign-in with a password.

use std::time::Duration;

use sea_orm::DbErr;

use super::{
    OpenedSession, Overloaded, Passwords, SessionKind, browsers,
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
/// browser had any. Where the account has a second factor and the browser is not trusted, the
/// session is good for giving it and nothing else ([`super::factors::complete_sign_in`]). Takes as
/// long for an unknown address as for a wrong password.
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

/// What the password opens, unless it was changed since it was checked.
async fn open(
    scope: &Scope,
    proven: &ProvenPassword,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, SignInError> {
    let needs_factor =
        proven.needs_factor() && !browsers::is_trusted(scope, proven.account()).await?;
    let transaction = scope.portal.db.begin().await?;
    let (is_current, kind, by) = if needs_factor {
        let is_current = proven.record_half(&transaction).await?;
        (
            is_current,
            SessionKind::AwaitingFactor,
            Action::SecondFactorAsked,
        )
    } else {
        let is_current = proven.record(scope, &transaction).await?;
        (is_current, SessionKind::Full, Action::SignedIn)
    };
    if !is_current {
        return Err(SignInError::Credentials);
    }
    if let Some(token) = current {
        sessions::end_by_token(&transaction, token).await?;
    }
    let opening = SessionOpening { kind, device, by };
    let session = sessions::open(&transaction, scope, &proven.account, opening).await?;
    transaction.commit().await?;
    Ok(session)
}
