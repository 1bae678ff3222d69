//! Statements with many rows.

use std::mem;

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, sea_query::OnConflict};

/// The number of rows in a statement; databases limit its parameters.
pub(crate) const BATCH_SIZE: usize = 500;

/// The number of rows in a statement with a `CASE` for each row, which the database compares one by
/// one.
pub(crate) const CASES_AT_ONCE: usize = 64;

/// Inserts rows, some hundred in each statement.
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

/// A count in the type of columns.
pub(crate) fn stored(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
