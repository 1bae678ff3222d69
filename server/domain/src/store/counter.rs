//! Counters without gaps and doubles.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{CaseStatement, Expr, ExprTrait, OnConflict},
};

use crate::{db::Db, entities::counter};

/// The next number of a counter, which begins at 1.
pub(crate) async fn next(transaction: &impl ConnectionTrait, name: &str) -> Result<i64, DbErr> {
    take(transaction, name, 1).await
}

/// The last of the next `count` numbers of a counter, which begins at 1. The counter's row is
/// locked until the transaction ends: others wait, and get the same numbers after a rollback.
pub(crate) async fn take(
    transaction: &impl ConnectionTrait,
    name: &str,
    count: i64,
) -> Result<i64, DbErr> {
    let first = counter::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(count),
    };
    let next = Expr::col((counter::Entity, counter::Column::Value)).add(count);
    let counted = counter::Entity::insert(first)
        .on_conflict(
            OnConflict::column(counter::Column::Name)
                .value(counter::Column::Value, next)
                .to_owned(),
        )
        .exec_with_returning(transaction)
        .await?;
    Ok(counted.value)
}

/// Raises a counter to a value, unless it is higher already.
pub(crate) async fn raise(
    transaction: &impl ConnectionTrait,
    name: &str,
    to: i64,
) -> Result<(), DbErr> {
    let row = counter::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(to),
    };
    let there = || Expr::col((counter::Entity, counter::Column::Value));
    let higher = CaseStatement::new()
        .case(there().lt(to), to)
        .finally(there());
    counter::Entity::insert(row)
        .on_conflict(
            OnConflict::column(counter::Column::Name)
                .value(counter::Column::Value, higher)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Sets a counter to `until` if it is not beyond `now`; tells whether it was. Of several at once one
/// does.
pub(crate) async fn lease(
    db: &impl ConnectionTrait,
    name: &str,
    now: i64,
    until: i64,
) -> Result<bool, DbErr> {
    let row = counter::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(until),
    };
    let is_over = Expr::col((counter::Entity, counter::Column::Value)).lte(now);
    let taken = counter::Entity::insert(row)
        .on_conflict(
            OnConflict::column(counter::Column::Name)
                .value(counter::Column::Value, until)
                .action_and_where(is_over)
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(taken > 0)
}

/// Sets a counter to 0.
pub(crate) async fn reset(db: &impl ConnectionTrait, name: &str) -> Result<(), DbErr> {
    counter::Entity::update_many()
        .col_expr(counter::Column::Value, Expr::value(0_i64))
        .filter(counter::Column::Name.eq(name))
        .exec(db)
        .await?;
    Ok(())
}

/// Writes a row that nobody needs, to find out whether the database can be written.
///
/// # Errors
/// When it cannot be written.
pub async fn try_to_write(db: &Db) -> Result<(), DbErr> {
    let transaction = db.begin().await?;
    next(&transaction, "trial-writes").await?;
    transaction.commit().await
}

/// The last number of a counter; 0 before the first one.
pub(crate) async fn last(db: &impl ConnectionTrait, name: &str) -> Result<i64, DbErr> {
    let counter = counter::Entity::find_by_id(name).one(db).await?;
    Ok(counter.map_or(0, |counter| counter.value))
}
