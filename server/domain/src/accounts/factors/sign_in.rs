//! The second step of a sign-in: the factor, after the right password.

use std::time::Duration;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    FactorError,
    given::{self, Right, begin_attempt},
    record, removal,
};
use crate::{
    Error, Forbidden, Scope,
    accounts::{
        OpenedSession, Passwords, SessionKind, browsers, lookup,
        sessions::{self, SessionOpening},
        throttle::{Attempt, AttemptError},
    },
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{account, session},
    from_common,
    ids::{AccountId, SessionId},
    store::Unsealable,
    vocabulary::FactorChange,
};

/// What was given.
#[derive(Clone, Copy)]
pub struct GivenFactor<'a> {
    /// A code of the app or a recovery code, as it was typed.
    pub code: &'a str,
    /// Whether the browser need not give one for a while.
    pub trusts_browser: bool,
    /// What the browser says of itself.
    pub device: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum CompleteError {
    #[error("the code is another, or was used")]
    WrongCode,
    #[error("too many failures, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CompleteError);

impl From<AttemptError> for CompleteError {
    fn from(error: AttemptError) -> Self {
        match error {
            AttemptError::Throttled { retry_after } => Self::Throttled { retry_after },
            AttemptError::Database(error) => error.into(),
        }
    }
}

impl From<FactorError> for CompleteError {
    fn from(error: FactorError) -> Self {
        match error {
            FactorError::Sealed(error) => Self::Sealed(error),
            FactorError::Common(error) => Self::Common(error),
            FactorError::WrongCode
            | FactorError::Unconfirmed
            | FactorError::AlreadyThere
            | FactorError::Over => Self::WrongCode,
        }
    }
}

/// Opens the session that the right password was the first half of, in place of the one that waits.
///
/// # Errors
/// [`CompleteError::WrongCode`] when the code is wrong or was used before,
/// [`CompleteError::Throttled`] after too many wrong ones, [`CompleteError::Sealed`] when what the
/// codes are made of does not open, [`Error::Forbidden`] unless a session waits for it.
pub async fn complete_sign_in(
    scope: &Scope,
    passwords: &Passwords,
    given: GivenFactor<'_>,
) -> Result<OpenedSession, CompleteError> {
    let (person, waiting) = scope.require_awaiting_factor()?;
    let account = account::Entity::find_by_id(person.id)
        .one(scope.portal.db.reader())
        .await?
        .ok_or(Forbidden)?;
    let attempt = begin_attempt(scope, passwords, &account.email).await?;
    let waiting = (person.id, waiting.id);
    match complete(scope, passwords, waiting, given, &attempt).await {
        Ok(Some(session)) => Ok(session),
        Ok(None) => {
            given::fail(scope, passwords, attempt, &account.email).await?;
            Err(CompleteError::WrongCode)
        }
        Err(error) => attempt.settle(scope, Err(error)).await,
    }
}

/// `None` when the code is wrong.
async fn complete(
    scope: &Scope,
    passwords: &Passwords,
    (id, waiting): (AccountId, SessionId),
    given: GivenFactor<'_>,
    attempt: &Attempt,
) -> Result<Option<OpenedSession>, CompleteError> {
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, id).await?.ok_or(Forbidden)?;
    end_waiting(&transaction, waiting).await?;
    let typed = (id, given.code);
    let Some(right) = given::use_up(&transaction, scope, passwords, typed).await? else {
        return Ok(None);
    };
    attempt.succeeded(scope, &transaction).await?;
    if right == Right::RecoveryCode {
        let act = (Action::RecoveryCodeUsed, FactorChange::RecoveryCodeUsed);
        record(&transaction, scope, id, act).await?;
    }
    let session = open(&transaction, scope, &account, given).await?;
    transaction.commit().await?;
    Ok(Some(session))
}

/// Opens the session of whoever gave a factor: they have it, so that nobody need remove it.
pub(in crate::accounts) async fn open(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
    given: GivenFactor<'_>,
) -> Result<OpenedSession, DbErr> {
    removal::end(transaction, scope, account.id).await?;
    record_time(transaction, scope, account.id).await?;
    let opening = SessionOpening {
        kind: SessionKind::Full,
        device: given.device,
        by: Action::SignedIn,
    };
    let session = sessions::open(transaction, scope, account, opening).await?;
    if let Some(browser) = session.browser.as_ref().filter(|_| given.trusts_browser) {
        browsers::trust(transaction, scope, account.id, browser).await?;
        let subject = Subject::Account(account.id);
        audit::record(transaction, scope, Action::BrowserTrusted, subject).await?;
    }
    Ok(session)
}

async fn record_time(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::LastSignInAt, scope.now().into())
        .filter(account::Column::Id.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Ends the session that waits, which opens one other and no more.
async fn end_waiting(transaction: &Transaction, waiting: SessionId) -> Result<(), CompleteError> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::Id.eq(waiting))
        .filter(session::Column::Kind.eq(SessionKind::AwaitingFactor))
        .exec(transaction)
        .await?;
    match ended.rows_affected {
        0 => Err(Forbidden.into()),
        _ => Ok(()),
    }
}
