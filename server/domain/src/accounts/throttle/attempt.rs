//! A try at a password.
//!
//! A failure is counted before the password is looked at, and taken back when it turns out
//! right: so a hundred guesses at once are a hundred failures, and not a hundred first tries.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr,
};

use super::{Key, Rule, count, known, latest};
use crate::{Scope, clock::Timestamp, db::Transaction, entities::throttle};

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
    keys: Keys,
    at: Timestamp,
    /// The rows that a failure was counted in, as they stood before.
    before: Vec<throttle::Model>,
}

struct Keys {
    account: Key,
    account_from_here: Key,
    network: Key,
    known_here: Key,
}

impl Keys {
    fn of(scope: &Scope, typed: &str) -> Self {
        let network = scope.origin.address;
        Self {
            account: Key::account(typed),
            account_from_here: Key::account_from(typed, network),
            network: Key::network(network),
            known_here: Key::known_at(typed, network),
        }
    }

    /// In the order in which they are always written, so that no two tries wait for each other.
    /// Whoever came in from here lately does not wait for those who guess elsewhere.
    fn buckets(&self, is_known_here: bool) -> impl Iterator<Item = (&Key, &'static Rule)> {
        let everywhere = (!is_known_here).then_some((&self.account, &Rule::ACCOUNT));
        everywhere.into_iter().chain([
            (&self.account_from_here, &Rule::ACCOUNT_FROM_ONE_NETWORK),
            (&self.network, &Rule::NETWORK),
        ])
    }
}

impl Attempt {
    /// Counts a try at the account that was typed, known or not.
    ///
    /// # Errors
    /// [`AttemptError::Throttled`] when the account, the network or the one from the other must
    /// wait; the try then counts for nothing, so that nobody prolongs the wait by knocking.
    pub async fn begin(scope: &Scope, typed: &str) -> Result<Self, AttemptError> {
        let (keys, at) = (Keys::of(scope, typed), scope.now());
        let transaction = scope.portal.db.begin().await?;
        let is_known_here = known::is_known(&transaction, &keys.known_here, at).await?;
        let (mut before, mut refused) = (Vec::new(), Vec::new());
        for (key, rule) in keys.buckets(is_known_here) {
            before.push(stored_or_new(&transaction, key, at).await?);
            if !count(&transaction, key, rule, at).await? {
                refused.push(key.clone());
            }
        }
        if let Some(until) = latest(&transaction, refused).await? {
            let retry_after = (until - at).to_std().unwrap_or_default();
            return Err(AttemptError::Throttled { retry_after });
        }
        transaction.commit().await?;
        Ok(Self { keys, at, before })
    }

    /// The password was right: this network is trusted with this account again. The first time
    /// in a day it also makes up for half of what went wrong in the network; each time would be
    /// a way around for guessers with an account of their own.
    pub async fn succeeded(self, transaction: &Transaction) -> Result<(), DbErr> {
        self.take_back(transaction).await?;
        let forgiven = [self.keys.account, self.keys.account_from_here];
        throttle::Entity::delete_many()
            .filter(throttle::Column::Key.is_in(forgiven))
            .exec(transaction)
            .await?;
        if known::note(transaction, self.keys.known_here, self.at).await? {
            halve(transaction, self.keys.network).await?;
        }
        Ok(())
    }

    /// The password was not looked at after all.
    pub async fn withdraw(self, scope: &Scope) -> Result<(), DbErr> {
        self.take_back(scope.portal.db.writer()).await
    }

    async fn take_back(&self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        for before in &self.before {
            reopen(db, before, self.at).await?;
            change_failures(
                db,
                &before.key,
                Expr::col(throttle::Column::Failures).sub(1),
            )
            .await?;
        }
        Ok(())
    }
}

async fn stored_or_new(
    transaction: &Transaction,
    key: &Key,
    now: Timestamp,
) -> Result<throttle::Model, DbErr> {
    let stored = throttle::Entity::find_by_id(key.clone())
        .one(transaction)
        .await?;
    Ok(stored.unwrap_or_else(|| throttle::Model {
        key: key.clone(),
        failures: 0,
        last_failure_at: now,
        retry_at: now,
    }))
}

/// Gives a bucket its times of before, unless another failure has moved them meanwhile.
async fn reopen(
    db: &impl ConnectionTrait,
    before: &throttle::Model,
    counted_at: Timestamp,
) -> Result<(), DbErr> {
    throttle::Entity::update_many()
        .col_expr(
            throttle::Column::LastFailureAt,
            before.last_failure_at.into(),
        )
        .col_expr(throttle::Column::RetryAt, before.retry_at.into())
        .filter(throttle::Column::Key.eq(before.key.clone()))
        .filter(throttle::Column::LastFailureAt.eq(counted_at))
        .exec(db)
        .await?;
    Ok(())
}

async fn halve(transaction: &Transaction, key: Key) -> Result<(), DbErr> {
    change_failures(
        transaction,
        &key,
        Expr::col(throttle::Column::Failures).div(2),
    )
    .await
}

async fn change_failures(db: &impl ConnectionTrait, key: &Key, to: Expr) -> Result<(), DbErr> {
    throttle::Entity::update_many()
        .col_expr(throttle::Column::Failures, to)
        .filter(throttle::Column::Key.eq(key.clone()))
        .filter(throttle::Column::Failures.gt(0))
        .exec(db)
        .await?;
    Ok(())
}
