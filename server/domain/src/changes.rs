//! Changes that every instance must learn of within a second. They are numbered in the order of
//! their commits, so an instance that has read number *n* has missed none before it.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, sea_query::IntoCondition,
};
use uuid::Uuid;

use crate::{
    Scope, cleanup,
    clock::Timestamp,
    counter,
    db::{Db, Transaction},
    entities::change,
    idempotency,
    vocabulary::ChangeKind,
};

const COUNTER: &str = "changes";
/// One read takes at most this many changes; the next one reads the rest.
const MAX_CHANGES: u64 = 1000;

/// One change, as an instance reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub number: i64,
    pub kind: ChangeKind,
    pub subject: Uuid,
}

/// Announces a change within its own transaction. It locks the counter's row until the commit, so
/// numbers become visible in their order and without gaps. Only callers that need this lock early
/// call it; all others let [`commit`] announce.
pub(crate) async fn announce(
    transaction: &impl ConnectionTrait,
    at: Timestamp,
    kind: ChangeKind,
    subject: Uuid,
) -> Result<(), DbErr> {
    change::ActiveModel {
        number: Set(counter::next(transaction, COUNTER).await?),
        kind: Set(kind),
        subject: Set(subject),
        at: Set(at),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

/// Announces what a transaction changed, commits it, and lets this instance apply it before the
/// caller answers; the other instances learn of it within half a second. It is one step, so that no
/// caller announces without applying, and none holds the counter's lock for longer than a commit.
pub(crate) async fn commit(
    transaction: Transaction,
    scope: &Scope,
    changed: &[(ChangeKind, Uuid)],
) -> Result<(), DbErr> {
    for (kind, subject) in changed {
        announce(&transaction, scope.now(), *kind, *subject).await?;
    }
    idempotency::mark_done(&transaction, scope).await?;
    transaction.commit().await?;
    if !changed.is_empty() {
        scope.portal.change_listener.catch_up(&scope.portal).await;
    }
    Ok(())
}

/// Deletes changes from before a moment.
pub(crate) async fn delete_before(db: &Db, before: Timestamp) -> Result<(), DbErr> {
    let stale = change::Column::At.lt(before);
    cleanup::delete::<change::Entity>(db, stale.into_condition()).await
}

/// The changes after `number`, in their order.
pub(crate) async fn after(db: &impl ConnectionTrait, number: i64) -> Result<Vec<Change>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::Column::Number.gt(number))
        .order_by_asc(change::Column::Number)
        .limit(MAX_CHANGES)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Change {
            number: row.number,
            kind: row.kind,
            subject: row.subject,
        })
        .collect())
}

/// The number of the latest change.
pub(crate) async fn latest(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    counter::last(db, COUNTER).await
}
