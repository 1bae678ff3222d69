//! The brake on what somebody who is signed in does over and over: each time mails leave for others,
//! or a number is used up.

use std::time::Duration;

use metrics::counter;
use sea_orm::{ConnectionTrait, DbErr};

use super::{Key, Rule, bucket};
use crate::{
    Scope,
    ids::{AccountId, GroupId},
};

/// There was too much of it lately; nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too much was done lately")]
pub struct TooOften {
    pub retry_after: Duration,
}

/// Counts one more such act, within the transaction of what is done: what is undone did not count.
/// `Err` within is how long to wait.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn act(
    db: &impl ConnectionTrait,
    scope: &Scope,
    person: AccountId,
) -> Result<Result<(), TooOften>, DbErr> {
    counted(db, scope, Key::acts(person), &Rule::ACTS).await
}

/// The same for letters to the address of a group that nobody has confirmed.
pub(crate) async fn may_ask_address(
    db: &impl ConnectionTrait,
    scope: &Scope,
    group: GroupId,
) -> Result<Result<(), TooOften>, DbErr> {
    counted(db, scope, Key::group_address(group), &Rule::LINK).await
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
