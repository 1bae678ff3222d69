//! Statements of many rows each.

use std::mem;

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, sea_query::OnConflict};

/// How many rows one statement takes; engines limit its parameters.
pub(crate) const BATCH_SIZE: usize = 500;

/// The same where each row has a case of its own: they are compared one after the other.
pub(crate) const CASES_AT_ONCE: usize = 64;

/// Inserts rows, a few hundred in each statement.
pub(crate) async fn insert<A: ActiveModelTrait>(
    transaction: &impl ConnectionTrait,
    mut rows: Vec<A>,
    again: OnConflict,
) -> Result<(), DbErr> {
    while !rows.is_empty() {
        let rest = rows.split_off(Ord::min(rows.len(), BATCH_SIZE));
        A::Entity::insert_many(mem::replace(&mut rows, rest))
            .on_conflict(again.clone())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

/// A count as columns hold it.
pub(crate) fn stored(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
