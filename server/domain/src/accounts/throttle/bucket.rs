//! Counts under one key. Every change is one statement, so that concurrent ones do not lose each
//! other's counts.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Set, UpdateMany,
    sea_query::{CaseStatement, OnConflict},
};

use super::{
    Key,
    rule::{self, Rule, stored},
};
use crate::{
    clock::Timestamp,
    db::Transaction,
    entities::throttle::{self, Column},
};

/// Whether an attempt may be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// It counts as pending until its end is recorded.
    Taken,
    /// As many are pending as may fail; their ends decide.
    Full,
    /// There were too many failures.
    Closed { retry_after: Duration },
}

/// Counts something that needs no check; or returns the time until it may happen.
pub async fn count(
    db: &impl ConnectionTrait,
    key: &Key,
    rule: &Rule,
    now: Timestamp,
) -> Result<Option<Duration>, DbErr> {
    let first = throttle::ActiveModel {
        failures: Set(1),
        retry_at: Set(now + rule.delay_after(1)),
        ..empty(key, now)
    };
    let another = OnConflict::column(Column::Key)
        .value(Column::Failures, rule.counted(now))
        .value(Column::LastFailureAt, now)
        .value(Column::RetryAt, rule.retry_at(now))
        .action_and_where(rule.open(now))
        .to_owned();
    if write(db, first, another).await? {
        return Ok(None);
    }
    let row = throttle::Entity::find_by_id(key.clone()).one(db).await?;
    Ok(Some(row.map_or(Duration::ZERO, |row| left(&row, now))))
}

/// Takes a slot for an attempt.
pub async fn take_slot(
    transaction: &Transaction,
    key: &Key,
    rule: &Rule,
    now: Timestamp,
) -> Result<Slot, DbErr> {
    let first = throttle::ActiveModel {
        pending: Set(1),
        pending_at: Set(Some(now)),
        ..empty(key, now)
    };
    let another = OnConflict::column(Column::Key)
        .value(Column::Failures, rule.failed(now))
        .value(Column::Pending, rule::pending(now).add(1))
        .value(Column::PendingAt, now)
        .action_and_where(rule.open(now).and(rule.has_room(now)))
        .to_owned();
    if write(transaction, first, another).await? {
        return Ok(Slot::Taken);
    }
    // The statement locks the row, so this reads what the statement saw.
    let row = find(transaction, key).await?;
    let closed = row.filter(|row| rule.is_closed(row, now));
    Ok(closed.map_or(Slot::Full, |row| Slot::Closed {
        retry_after: left(&row, now),
    }))
}

/// Counts a failed attempt and frees its slot.
pub async fn fail(
    transaction: &Transaction,
    key: &Key,
    rule: &Rule,
    now: Timestamp,
) -> Result<(), DbErr> {
    give_back(key)
        .col_expr(Column::Failures, rule.counted(now))
        .col_expr(Column::LastFailureAt, now.into())
        .col_expr(Column::RetryAt, rule.retry_at(now))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Frees the slot of an attempt that succeeded or was not checked.
pub async fn release(transaction: &Transaction, key: &Key) -> Result<(), DbErr> {
    give_back(key).exec(transaction).await?;
    Ok(())
}

/// Forgets the failures and returns how many there were.
pub async fn forgive(
    transaction: &Transaction,
    key: &Key,
    rule: &Rule,
    now: Timestamp,
) -> Result<i64, DbErr> {
    let Some(row) = find(transaction, key).await? else {
        return Ok(0);
    };
    update(key)
        .col_expr(Column::Failures, 0.into())
        .col_expr(Column::RetryAt, now.into())
        .exec(transaction)
        .await?;
    Ok(rule.failures(&row, now))
}

/// Subtracts this many failures.
pub async fn forget(transaction: &Transaction, key: &Key, failures: i64) -> Result<(), DbErr> {
    let left = CaseStatement::new()
        .case(stored(Column::Failures).lte(failures), 0)
        .finally(stored(Column::Failures).sub(failures));
    update(key)
        .col_expr(Column::Failures, left.into())
        .exec(transaction)
        .await?;
    Ok(())
}

pub fn empty(key: &Key, now: Timestamp) -> throttle::ActiveModel {
    throttle::ActiveModel {
        key: Set(key.clone()),
        failures: Set(0),
        last_failure_at: Set(now),
        retry_at: Set(now),
        pending: Set(0),
        pending_at: Set(None),
    }
}

/// Whether the row was inserted or updated.
async fn write(
    db: &impl ConnectionTrait,
    first: throttle::ActiveModel,
    another: OnConflict,
) -> Result<bool, DbErr> {
    let written = throttle::Entity::insert(first)
        .on_conflict(another)
        .exec_without_returning(db)
        .await?;
    Ok(written == 1)
}

async fn find(transaction: &Transaction, key: &Key) -> Result<Option<throttle::Model>, DbErr> {
    throttle::Entity::find_by_id(key.clone())
        .one(transaction)
        .await
}

fn update(key: &Key) -> UpdateMany<throttle::Entity> {
    throttle::Entity::update_many().filter(Column::Key.eq(key.clone()))
}

/// The update that frees a slot.
fn give_back(key: &Key) -> UpdateMany<throttle::Entity> {
    let left = CaseStatement::new()
        .case(
            stored(Column::Pending).gt(0),
            stored(Column::Pending).sub(1),
        )
        .finally(0);
    update(key).col_expr(Column::Pending, left.into())
}

fn left(row: &throttle::Model, now: Timestamp) -> Duration {
    (row.retry_at - now).to_std().unwrap_or_default()
}
