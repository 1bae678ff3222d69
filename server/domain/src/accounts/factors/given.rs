//! What was given as a second factor: a code of the app, or one to recover the account by.

use sea_orm::DbErr;

use super::{FactorError, app, recovery, recovery::RecoveryCode, totp};
use crate::{
    Scope,
    accounts::{
        Email, Passwords, passkeys,
        throttle::{Attempt, AttemptError},
    },
    db::Transaction,
    ids::AccountId,
    security::{Incident, IncidentSubject},
};

/// Which of them was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    AppCode,
    Passkey,
    RecoveryCode,
}

/// Uses up what was typed, in the transaction of what it allows; `None` when it is wrong.
pub(super) async fn use_up(
    transaction: &Transaction,
    scope: &Scope,
    passwords: &Passwords,
    (account, typed): (AccountId, &str),
) -> Result<Option<Right>, FactorError> {
    let vault = &passwords.vault;
    if passkeys::looks_like_answer(typed) {
        let used = passkeys::use_up(transaction, scope, vault, (account, typed)).await?;
        return Ok(used.then_some(Right::Passkey));
    }
    if let Some(code) = RecoveryCode::parse(typed) {
        let used = recovery::use_up(transaction, vault, account, &code).await?;
        return Ok(used.then_some(Right::RecoveryCode));
    }
    let used = app::use_up(transaction, scope, vault, (account, typed)).await?;
    Ok(used.then_some(Right::AppCode))
}

/// Uses up a code of the app or an answer of a passkey; tells whether it was right.
pub(in crate::accounts) async fn use_up_code(
    transaction: &Transaction,
    scope: &Scope,
    passwords: &Passwords,
    (account, typed): (AccountId, &str),
) -> Result<bool, FactorError> {
    let given = (account, typed);
    if passkeys::looks_like_answer(typed) {
        return Ok(passkeys::use_up(transaction, scope, &passwords.vault, given).await?);
    }
    app::use_up(transaction, scope, &passwords.vault, given).await
}

/// Whether what was typed looks like a code of an app or is the answer of a passkey, which no
/// password does.
pub(in crate::accounts) fn is_code(typed: &str) -> bool {
    passkeys::looks_like_answer(typed) || totp::digits(typed).is_some()
}

/// Begins an attempt at a code of an account.
pub(in crate::accounts) async fn begin_attempt(
    scope: &Scope,
    passwords: &Passwords,
    email: &Email,
) -> Result<Attempt, AttemptError> {
    let begun = Attempt::begin_factor(scope, &passwords.slot_queue, email.as_str()).await;
    if matches!(begun, Err(AttemptError::Throttled { .. })) {
        let whom = IncidentSubject::account(email.as_str());
        passwords.incidents.record(scope, Incident::Throttled, whom);
    }
    begun
}

/// Records that a code was wrong.
pub(super) async fn fail(
    scope: &Scope,
    passwords: &Passwords,
    attempt: Attempt,
    email: &Email,
) -> Result<(), DbErr> {
    attempt.failed(scope).await?;
    let whom = IncidentSubject::account(email.as_str());
    passwords
        .incidents
        .record(scope, Incident::SignInFailed, whom);
    Ok(())
}
