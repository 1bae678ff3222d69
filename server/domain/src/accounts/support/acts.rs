//! What support may do to an account. The audit trail records each act.

use crate::{
    Error, Role, Scope,
    accounts::{LinkPurpose, browsers, links, lookup, sessions, throttle},
    audit::{self, Action, Subject},
    db::Transaction,
    entities::account,
    ids::AccountId,
    store::Vault,
};

/// Sends the link that the owner needs: the one of the registration, while that was never used.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account, [`Error::Forbidden`] for whoever is
/// not in support.
pub async fn resend_link(scope: &Scope, vault: &Vault, id: AccountId) -> Result<(), Error> {
    send_link(scope, vault, id, Action::LinkResent).await
}

/// Sends a link to set a new password.
///
/// # Errors
/// As [`resend_link`].
pub async fn start_reset(scope: &Scope, vault: &Vault, id: AccountId) -> Result<(), Error> {
    send_link(scope, vault, id, Action::ResetStarted).await
}

/// Removes the waits after wrong passwords, so that the owner can sign in at once.
///
/// # Errors
/// As [`resend_link`].
pub async fn lift_throttle(scope: &Scope, id: AccountId) -> Result<(), Error> {
    let (transaction, account) = begin(scope, id).await?;
    throttle::forget_failures(&transaction, &account.email).await?;
    finish(transaction, scope, id, Action::ThrottleLifted).await
}

/// Ends every session of the account and forgets its browsers.
///
/// # Errors
/// As [`resend_link`].
pub async fn end_sessions(scope: &Scope, id: AccountId) -> Result<(), Error> {
    let (transaction, account) = begin(scope, id).await?;
    sessions::end_all(&transaction, account.id).await?;
    browsers::forget_all(&transaction, account.id).await?;
    finish(transaction, scope, id, Action::SessionsEnded).await
}

async fn send_link(scope: &Scope, vault: &Vault, id: AccountId, act: Action) -> Result<(), Error> {
    let (transaction, account) = begin(scope, id).await?;
    let purpose = LinkPurpose::fitting(&account);
    links::send(&transaction, scope, vault, &account, purpose, None).await?;
    finish(transaction, scope, id, act).await?;
    Ok(())
}

async fn begin(scope: &Scope, id: AccountId) -> Result<(Transaction, account::Model), Error> {
    scope.require(Role::Support)?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, id).await?;
    Ok((
        transaction,
        account.ok_or(Error::NotFound("no such account"))?,
    ))
}

async fn finish(
    transaction: Transaction,
    scope: &Scope,
    id: AccountId,
    act: Action,
) -> Result<(), Error> {
    audit::record(&transaction, scope, act, Subject::Account(id)).await?;
    transaction.commit().await?;
    Ok(())
}
