//! Deletes many rows without blocking other writers for long.

use sea_orm::{
    Condition, DbErr, EntityTrait, Iterable, PrimaryKeyToColumn, QueryFilter, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::db::Db;

/// The number of rows that one transaction deletes: few enough for a call to wait for it.
const BATCH_SIZE: u64 = 5_000;

/// Deletes the rows of `which`, some thousand in each transaction, and lets others write in
/// between. After a failure, the next call deletes the rest.
pub(crate) async fn delete<E: EntityTrait>(db: &Db, which: Condition) -> Result<(), DbErr> {
    delete_in_slices::<E>(db, which, BATCH_SIZE).await.map(drop)
}

/// Returns the number of slices.
async fn delete_in_slices<E: EntityTrait>(
    db: &Db,
    which: Condition,
    at_once: u64,
) -> Result<u64, DbErr> {
    for slices in 1.. {
        if delete_slice::<E>(db, which.clone(), at_once).await? < at_once {
            return Ok(slices);
        }
        tokio::task::yield_now().await;
    }
    Ok(u64::MAX)
}

/// Returns the number of deleted rows, which is less than `at_once` when none is left.
async fn delete_slice<E: EntityTrait>(
    db: &Db,
    which: Condition,
    at_once: u64,
) -> Result<u64, DbErr> {
    let key = || E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column);
    let some = E::find()
        .select_only()
        .columns(key())
        .filter(which)
        .limit(at_once);
    let these = Expr::tuple(key().map(Expr::col)).in_subquery(some.into_query());
    let deleted = E::delete_many().filter(these).exec(db.writer()).await?;
    Ok(deleted.rows_affected)
}

#[cfg(test)]
mod tests {
    use sea_orm::{ColumnTrait, Set};

    use super::*;
    use crate::{entities::counter, testing};

    #[tokio::test]
    async fn what_is_many_goes_in_slices_and_the_rest_stays() {
        let test = testing::portal().await;
        let db = &test.portal.db;
        let rows = (0..10).map(|value| counter::ActiveModel {
            name: Set(format!("counter-{value}")),
            value: Set(value),
        });
        counter::Entity::insert_many(rows)
            .exec_without_returning(db.writer())
            .await
            .unwrap();
        let low = || Condition::all().add(counter::Column::Value.lt(7));
        let slices = delete_in_slices::<counter::Entity>(db, low(), 3).await;
        assert_eq!(slices.unwrap(), 3);
        let left = counter::Entity::find().all(db.writer()).await.unwrap();
        assert!(left.iter().all(|row| row.value >= 7) && left.len() == 3);
    }
}
