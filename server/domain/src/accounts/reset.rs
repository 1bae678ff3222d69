//! A forgotten password. As with a registration, only the owner of the address learns whether
//! it is known.

use sea_orm::DbErr;

use super::{Email, LinkPurpose, Onward, links, lookup, throttle};
use crate::{
    Scope,
    db::Transaction,
    jobs::{self, Job},
};

/// Takes in that somebody forgot a password, to be carried out by the worker; silently not, from
/// a network that asks too much.
///
/// # Errors
/// When the database cannot be written.
pub async fn request_reset(scope: &Scope, email: Email) -> Result<(), DbErr> {
    request_reset_towards(scope, email, None).await
}

/// The same for whoever was going somewhere: the link in the mail leads on to there.
///
/// # Errors
/// When the database cannot be written.
pub async fn request_reset_towards(
    scope: &Scope,
    email: Email,
    onward: Option<Onward>,
) -> Result<(), DbErr> {
    if !throttle::may_ask(scope).await? {
        return Ok(());
    }
    let job = Job::RequestReset {
        email,
        origin: scope.origin.clone(),
        onward,
    };
    jobs::enqueue(scope.portal.db.writer(), scope, &job).await?;
    scope.portal.bell.ring();
    Ok(())
}

/// Has a link mailed if there is such an account: the one it registered with, if it never came
/// in by that.
///
/// # Errors
/// When the database cannot be written.
pub async fn carry_out(
    scope: &Scope,
    transaction: &Transaction,
    email: &Email,
    onward: Option<&Onward>,
) -> Result<(), DbErr> {
    let Some(account) = lookup::hold_by_email(transaction, email).await? else {
        return Ok(());
    };
    let purpose = LinkPurpose::fitting(&account);
    links::send_within_limits(transaction, scope, &account, purpose, onward).await
}
