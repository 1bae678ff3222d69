//! The brake on guessing passwords: each wrong one makes the next wait longer, until it waits
//! long enough, and never so long that the owner of an account is kept out for good.
//!
//! A failure is counted before the password is looked at, and taken back when it turns out
//! right: so a hundred guesses at once are a hundred failures, and not a hundred first tries.

mod key;
mod rule;

use std::time::Duration;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

pub use self::key::Key;
use self::rule::Rule;
use super::Email;
use crate::{Scope, clock::Timestamp, db::Transaction, entities::throttle, ids::AccountId};

#[derive(Debug)]
pub enum AttemptError {
    /// There were too many failures; nothing was looked at.
    Throttled {
        retry_after: Duration,
    },
    Database(DbErr),
}

impl From<DbErr> for AttemptError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// A try at a password, counted as a failure unless it says otherwise.
#[must_use = "says how the try ended, unless it failed"]
pub struct Attempt {
    account: Key,
    account_from_here: Key,
    network: Key,
}

impl Attempt {
    /// Counts a try at the account that was typed, known or not.
    ///
    /// # Errors
    /// [`AttemptError::Throttled`] when the account, the network or the one from the other must
    /// wait; the try then counts for nothing, so that nobody prolongs the wait by knocking.
    pub async fn begin(scope: &Scope, typed: &str) -> Result<Self, AttemptError> {
        let attempt = Self::by(scope, typed);
        let transaction = scope.portal.db.begin().await?;
        let mut refused = Vec::new();
        for (key, rule) in attempt.buckets() {
            if !count(&transaction, key, rule, scope.now()).await? {
                refused.push(key.clone());
            }
        }
        if let Some(until) = latest(&transaction, refused).await? {
            let retry_after = (until - scope.now()).to_std().unwrap_or_default();
            return Err(AttemptError::Throttled { retry_after });
        }
        transaction.commit().await?;
        Ok(attempt)
    }

    fn by(scope: &Scope, typed: &str) -> Self {
        let network = scope.origin.address;
        Self {
            account: Key::account(typed),
            account_from_here: Key::account_from(typed, network),
            network: Key::network(network),
        }
    }

    /// In the order in which they are always written, so that no two tries wait for each other.
    fn buckets(&self) -> [(&Key, &'static Rule); 3] {
        [
            (&self.account, &Rule::ACCOUNT),
            (&self.account_from_here, &Rule::ACCOUNT_FROM_ONE_NETWORK),
            (&self.network, &Rule::NETWORK),
        ]
    }

    /// The password was right: this network is trusted with this account again.
    pub async fn succeeded(self, transaction: &Transaction) -> Result<(), DbErr> {
        take_back(transaction, &self.account).await?;
        throttle::Entity::delete_by_id(self.account_from_here)
            .exec(transaction)
            .await?;
        take_back(transaction, &self.network).await
    }

    /// The password was not looked at after all.
    pub async fn withdraw(self, scope: &Scope) -> Result<(), DbErr> {
        for (key, _) in self.buckets() {
            take_back(scope.portal.db.writer(), key).await?;
        }
        Ok(())
    }
}

/// Counts a failure unless the bucket is closed; one statement does both.
async fn count(
    transaction: &Transaction,
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
        .value(throttle::Column::Failures, rule::counted(now))
        .value(throttle::Column::LastFailureAt, now)
        .value(throttle::Column::RetryAt, rule.retry_at(now))
        .action_and_where(rule::stored(throttle::Column::RetryAt).lte(now))
        .to_owned();
    let counted = throttle::Entity::insert(first)
        .on_conflict(another)
        .exec_without_returning(transaction)
        .await?;
    Ok(counted == 1)
}

async fn take_back(db: &impl ConnectionTrait, key: &Key) -> Result<(), DbErr> {
    throttle::Entity::update_many()
        .col_expr(
            throttle::Column::Failures,
            Expr::col(throttle::Column::Failures).sub(1),
        )
        .filter(throttle::Column::Key.eq(key.clone()))
        .filter(throttle::Column::Failures.gt(0))
        .exec(db)
        .await?;
    Ok(())
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

/// Until when somewhere on the net a try at this account must wait, if it must.
pub(super) async fn locked_until(scope: &Scope, email: &Email) -> Result<Option<Timestamp>, DbErr> {
    let latest = retry_at(scope.portal.db.reader(), of_account(email)).await?;
    Ok(latest.filter(|until| *until > scope.now()))
}

/// Forgets every failure at an account, wherever it came from.
pub(super) async fn lift(transaction: &Transaction, email: &Email) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(of_account(email))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Deletes the failures that no longer count.
pub(super) async fn delete_forgotten(
    db: &impl ConnectionTrait,
    now: Timestamp,
) -> Result<(), DbErr> {
    throttle::Entity::delete_many()
        .filter(rule::forgotten(now))
        .exec(db)
        .await?;
    Ok(())
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
    count(
        transaction,
        &Key::notice(account),
        &Rule::NOTICE,
        scope.now(),
    )
    .await
}
