//! Limits how often a signed-in person does what sends mails to others or uses numbers up.

use std::time::Duration;

use metrics::counter;
use sea_orm::{ConnectionTrait, DbErr};

use super::{Key, Rule, bucket};
use crate::{
    Scope,
    accounts::Email,
    ids::{AccountId, GroupId},
};

/// It was done too often recently; nothing was done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too much was done lately")]
pub struct TooOften {
    pub retry_after: Duration,
}

/// Counts one more act, in the transaction of what is done, so that a rollback does not count. The
/// inner `Err` holds the time to wait.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn count_act(
    db: &impl ConnectionTrait,
    scope: &Scope,
    person: AccountId,
) -> Result<Result<(), TooOften>, DbErr> {
    counted(db, scope, Key::acts(person), &Rule::ACTS).await
}

/// Counts one more letter to the unconfirmed address of a group.
pub(crate) async fn count_address_letter(
    db: &impl ConnectionTrait,
    scope: &Scope,
    group: GroupId,
) -> Result<Result<(), TooOften>, DbErr> {
    counted(db, scope, Key::group_address(group), &Rule::LINK).await
}

/// Counts one more invitation of a group to an address: neither the group nor the address sees more
/// of them than people need.
pub(crate) async fn count_invitation(
    db: &impl ConnectionTrait,
    scope: &Scope,
    group: GroupId,
    email: &Email,
) -> Result<Result<(), TooOften>, DbErr> {
    let of_group = counted(db, scope, Key::invitations(group), &Rule::INVITATIONS).await?;
    if of_group.is_err() {
        return Ok(of_group);
    }
    counted(db, scope, Key::receipt(email), &Rule::RECEIPT).await
}

async fn counted(
    db: &impl ConnectionTrait,
    scope: &Scope,
    key: Key,
    rule: &Rule,
) -> Result<Result<(), TooOften>, DbErr> {
    let wait = bucket::count(db, &key, rule, scope.now()).await?;
    if wait.is_some() {
        counter!("balcao_throttled_total", "kind" => "act").increment(1);
    }
    Ok(wait.map_or(Ok(()), |retry_after| Err(TooOften { retry_after })))
}
