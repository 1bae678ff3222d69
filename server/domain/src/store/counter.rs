//! Numbers that count up without gaps or doubles.

use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, Set,
    sea_query::{CaseStatement, Expr, ExprTrait, OnConflict},
};

use crate::{db::Db, entities::counter};

/// The next number of a counter, the first being 1.
pub(crate) async fn next(transaction: &impl ConnectionTrait, name: &str) -> Result<i64, DbErr> {
    take(transaction, name, 1).await
}

/// The last of the next `count` numbers of a counter, the first ever being 1. Its row is locked until the transaction ends:
/// others wait, and if it does not commit they get the same number.
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

/// Raises a counter to a value; one that is there already stays. Of two that raise it at once, the
/// higher value counts.
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

/// Writes something that nobody needs, to find out whether anything can be written.
///
/// # Errors
/// When it cannot.
pub async fn try_to_write(db: &Db) -> Result<(), DbErr> {
    let transaction = db.begin().await?;
    next(&transaction, "trial-writes").await?;
    transaction.commit().await
}

/// The number that was counted last; 0 before the first.
pub(crate) async fn last(db: &impl ConnectionTrait, name: &str) -> Result<i64, DbErr> {
    let counter = counter::Entity::find_by_id(name).one(db).await?;
    Ok(counter.map_or(0, |counter| counter.value))
}
