//! The brake on guessing passwords: each wrong one makes the next wait longer, until it waits
//! long enough, and never so long that the owner of an account is kept out for good. And the
//! brake on whatever has mails sent.

mod attempt;
mod key;
mod known;
mod rule;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

use self::rule::Rule;
pub use self::{
    attempt::{Attempt, AttemptError},
    key::Key,
};
use super::{Email, LinkPurpose};
use crate::{
    Scope,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::throttle,
    ids::AccountId,
    sweep,
};

/// Counts a failure unless the bucket is closed; one statement does both.
async fn count(
    db: &impl ConnectionTrait,
    key: &Key,
    rule: &Rule,
    now: Timestamp,
) -> Result<bool, DbErr> {
    let first = throttle::ActiveModel {
        key: Set(key.clone()),
        failures: Set(1),
        last_failure_at: Set(now),
        retry_at: Set(now + rule.delay_after(1)),
    };
    let another = OnConflict::column(throttle::Column::Key)
        .value(throttle::Column::Failures, rule.counted(now))
        .value(throttle::Column::LastFailureAt, now)
        .value(throttle::Column::RetryAt, rule.retry_at(now))
        .action_and_where(rule::stored(throttle::Column::RetryAt).lte(now))
        .to_owned();
    let counted = throttle::Entity::insert(first)
        .on_conflict(another)
        .exec_without_returning(db)
        .await?;
    Ok(counted == 1)
}

async fn latest(db: &impl ConnectionTrait, keys: Vec<Key>) -> Result<Option<Timestamp>, DbErr> {
    if keys.is_empty() {
        return Ok(None);
    }
    retry_at(db, throttle::Column::Key.is_in(keys)).await
}

async fn retry_at(db: &impl ConnectionTrait, which: Expr) -> Result<Option<Timestamp>, DbErr> {
    let latest: Option<Option<Timestamp>> = throttle::Entity::find()
        .select_only()
        .column_as(throttle::Column::RetryAt.max(), "latest")
        .filter(which)
        .into_tuple()
        .one(db)
        .await?;
    Ok(latest.flatten())
}

/// Until when somewhere on the net a try at this account must wait, if it must; that a network
/// waits, whatever the account, is not told.
pub(super) async fn locked_until(scope: &Scope, email: &Email) -> Result<Option<Timestamp>, DbErr> {
    let latest = retry_at(scope.portal.db.reader(), of_account(email)).await?;
    Ok(latest.filter(|until| *until > scope.now()))
}

/// Forgets every failure at an account, wherever it came from; what is held against a whole
/// network stays.
pub(super) async fn lift(transaction: &Transaction, email: &Email) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(of_account(email))
        .exec(transaction)
        .await?;
    Ok(())
}

/// The owner of an account came in by another way than a password.
pub(super) async fn welcome(
    transaction: &Transaction,
    scope: &Scope,
    email: &Email,
) -> Result<(), DbErr> {
    let key = Key::known_at(email.as_str(), scope.origin.address);
    known::note(transaction, key, scope.now()).await?;
    Ok(())
}

/// Deletes the failures that no longer count.
pub(super) async fn delete_forgotten(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let forgotten = Condition::all()
        .add(throttle::Column::LastFailureAt.lte(now - rule::LONGEST_MEMORY))
        .add(throttle::Column::RetryAt.lte(now));
    sweep::delete::<throttle::Entity>(db, forgotten).await
}

fn of_account(email: &Email) -> Expr {
    let (first, last) = Key::account(email.as_str()).range();
    throttle::Column::Key.between(first, last)
}

/// Whether an account may be told once more what it was told before: a mail that has no link,
/// and so leaves no row to count.
pub(super) async fn may_be_told(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
) -> Result<bool, DbErr> {
    let key = Key::notice(account);
    count(transaction, &key, &Rule::NOTICE, scope.now()).await
}

/// Whether an account may be sent a link once more: nobody fills another's mailbox with our
/// mail, and nobody keeps the owner from a link for longer than an hour.
pub(super) async fn may_be_sent_a_link(
    transaction: &Transaction,
    scope: &Scope,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<bool, DbErr> {
    let key = Key::link(account, purpose);
    count(transaction, &key, &Rule::LINK, scope.now()).await
}

/// Whether a visitor's network may send one more form that has a mail sent to any address.
pub(super) async fn may_ask(scope: &Scope) -> Result<bool, DbErr> {
    let key = Key::form(scope.origin.address);
    count(scope.portal.db.writer(), &key, &Rule::FORM, scope.now()).await
}
