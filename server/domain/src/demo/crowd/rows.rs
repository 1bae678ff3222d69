//! Inserts of many rows.

use sea_orm::{ActiveModelBehavior, ActiveModelTrait, DbErr, EntityTrait};

use crate::{db::Transaction, demo::crowd::CHUNK};

/// Inserts rows some hundred at a time: `SQLite` takes 32,766 values in a statement.
pub(super) async fn insert<A>(transaction: &Transaction, rows: Vec<A>) -> Result<(), DbErr>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send + 'static,
    A::Entity: EntityTrait,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(CHUNK).collect();
        <A::Entity as EntityTrait>::insert_many(some)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}
