//! Resets of forgotten passwords. As with a registration, only the owner of the address learns
//! whether it is known.

use std::time::Duration;

use sea_orm::DbErr;

use super::{Email, LinkPurpose, ReturnTo, links, lookup, throttle};
use crate::{
    Scope,
    db::Transaction,
    jobs::{self, Job, ResetRequest},
    security::Incidents,
    store::Vault,
};

#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// The asker's network sent too many forms that cause mails.
    #[error("too many forms, again in {} s", .retry_after.as_secs())]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Queues a reset for the worker.
///
/// # Errors
/// [`ResetError::Throttled`] when the asker's network sent too many forms.
pub async fn request_reset(
    scope: &Scope,
    incidents: &Incidents,
    email: Email,
) -> Result<(), ResetError> {
    request_reset_towards(scope, incidents, email, None).await
}

/// Queues a reset of a person who was on the way to a page; the link in the mail leads on to it.
///
/// # Errors
/// As [`request_reset`].
pub async fn request_reset_towards(
    scope: &Scope,
    incidents: &Incidents,
    email: Email,
    return_to: Option<ReturnTo>,
) -> Result<(), ResetError> {
    if let Some(retry_after) = throttle::wait_for_form(scope, incidents).await? {
        return Err(ResetError::Throttled { retry_after });
    }
    let job = Job::RequestReset(ResetRequest {
        email,
        origin: scope.origin.clone(),
        return_to,
    });
    jobs::enqueue_soon(scope.portal.db.writer(), scope, &job).await?;
    Ok(())
}

/// Sends a link if the account exists: the one of its registration, if that was never used. The
/// page does not say that a link was sent recently, since this would tell that the account exists.
///
/// # Errors
/// When the database cannot be written.
pub async fn process(
    scope: &Scope,
    vault: &Vault,
    transaction: &Transaction,
    asked: &ResetRequest,
) -> Result<(), DbErr> {
    let Some(account) = lookup::lock_by_email(transaction, &asked.email).await? else {
        return Ok(());
    };
    let purpose = LinkPurpose::fitting(&account);
    let return_to = asked.return_to.as_ref();
    links::send_within_limits(transaction, scope, vault, &account, purpose, return_to).await?;
    Ok(())
}
