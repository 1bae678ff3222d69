//! Takes events out of the trail, so that `verify` knows that it was the portal.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    BATCH, COUNTER,
    digest::{Mark, StoredEvent},
    seal::{end, is_marked, seal},
};
use crate::{
    Portal, cleanup,
    clock::Timestamp,
    counter,
    db::Transaction,
    entities::{audit_checkpoint, audit_event, audit_removal, audit_seal},
    ids::AuditEventId,
    store::Vault,
    vocabulary::RemovalKind,
};

/// Deletes the events of `which`, once all are sealed, some hundred in each transaction, and leaves a
/// mark for each.
pub(in crate::audit) async fn remove(
    portal: &Portal,
    vault: &Vault,
    which: &Condition,
) -> Result<(), DbErr> {
    seal(portal, vault).await?;
    while remove_batch(portal, vault, which).await? == BATCH {
        tokio::task::yield_now().await;
    }
    Ok(())
}

/// Returns the number of deleted events, which is less than a batch when none is left.
async fn remove_batch(portal: &Portal, vault: &Vault, which: &Condition) -> Result<u64, DbErr> {
    let transaction = begin(portal).await?;
    let ids: Vec<AuditEventId> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Id)
        .filter(which.clone())
        .filter(audit_event::Column::SealedAt.is_not_null())
        .limit(BATCH)
        .into_tuple()
        .all(&transaction)
        .await?;
    if ids.is_empty() {
        return Ok(0);
    }
    let events = stored(&transaction, &ids).await?;
    let seals = seals_of(&transaction, ids).await?;
    let seals = unchanged(seals, &events);
    let left = seals.iter().map(|_| vec![]).collect();
    mark(
        portal,
        vault,
        &transaction,
        RemovalKind::Retention,
        (&seals, left),
    )
    .await?;
    let ids = seals.iter().map(|seal| seal.event_id);
    let deleted = audit_event::Entity::delete_many()
        .filter(audit_event::Column::Id.is_in(ids))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(deleted.rows_affected)
}

/// Begins to change the chain: the sealer and other instances wait for it.
pub(super) async fn begin(portal: &Portal) -> Result<Transaction, DbErr> {
    let transaction = portal.db.begin().await?;
    counter::take(&transaction, COUNTER, 0).await?;
    Ok(transaction)
}

/// Events as they are stored.
pub(super) async fn stored(
    transaction: &Transaction,
    ids: &[AuditEventId],
) -> Result<Vec<StoredEvent>, DbErr> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Id.is_in(ids.iter().copied()))
        .into_model()
        .all(transaction)
        .await
}

/// The seals whose events are as they were sealed. A mark on the others would vouch for what somebody
/// else wrote; they stay for `balcao audit verify` to name.
pub(super) fn unchanged(
    seals: Vec<audit_seal::Model>,
    events: &[StoredEvent],
) -> Vec<audit_seal::Model> {
    let is_unchanged = |seal: &audit_seal::Model| {
        let event = events.iter().find(|event| event.id == seal.event_id.0);
        event.is_some_and(|event| {
            let personal = |salt: &Vec<u8>| event.personal(salt)[..] == seal.personal_digest[..];
            event.record()[..] == seal.record_digest[..] && seal.salt.as_ref().is_none_or(personal)
        })
    };
    let (same, changed): (Vec<_>, Vec<_>) = seals.into_iter().partition(is_unchanged);
    for seal in changed {
        tracing::error!(
            number = seal.number,
            "an event of the audit trail was changed"
        );
    }
    same
}

pub(super) async fn seals_of(
    transaction: &Transaction,
    events: Vec<AuditEventId>,
) -> Result<Vec<audit_seal::Model>, DbErr> {
    audit_seal::Entity::find()
        .filter(audit_seal::Column::EventId.is_in(events))
        .order_by_asc(audit_seal::Column::Number)
        .all(transaction)
        .await
}

/// Leaves a mark for each seal, with the digest of what is left of its event, and deletes the salts.
pub(super) async fn mark(
    portal: &Portal,
    vault: &Vault,
    transaction: &Transaction,
    kind: RemovalKind,
    (seals, left): (&[audit_seal::Model], Vec<Vec<u8>>),
) -> Result<(), DbErr> {
    if seals.is_empty() {
        return Ok(());
    }
    let at = portal.now();
    let rows = seals.iter().zip(left).map(|(seal, left)| {
        let mark = Mark::Removal(kind, &left);
        let tag = mark.tag(vault.audit_key(), seal.number, &seal.hash, at);
        removal(seal.number, kind, at, tag.to_vec())
    });
    let again = [
        audit_removal::Column::Kind,
        audit_removal::Column::At,
        audit_removal::Column::Tag,
    ];
    // What was erased before may be deleted now.
    audit_removal::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::column(audit_removal::Column::Number)
                .update_columns(again)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    let none: Option<Vec<u8>> = None;
    audit_seal::Entity::update_many()
        .col_expr(audit_seal::Column::Salt, Expr::value(none))
        .filter(audit_seal::Column::Number.is_in(seals.iter().map(|seal| seal.number)))
        .exec(transaction)
        .await?;
    Ok(())
}

fn removal(
    number: i64,
    kind: RemovalKind,
    at: Timestamp,
    tag: Vec<u8>,
) -> audit_removal::ActiveModel {
    audit_removal::ActiveModel {
        number: Set(number),
        kind: Set(kind),
        at: Set(at),
        tag: Set(tag),
    }
}

/// Puts a checkpoint in place of the beginning of the chain whose events are all deleted.
pub(in crate::audit) async fn remove_beginning(
    portal: &Portal,
    vault: &Vault,
) -> Result<(), DbErr> {
    let transaction = begin(portal).await?;
    let Some(last) = last_of_beginning(&transaction, vault).await? else {
        return transaction.rollback().await;
    };
    let at = portal.now();
    let tag = Mark::Checkpoint.tag(vault.audit_key(), last.number, &last.hash, at);
    let checkpoint = audit_checkpoint::ActiveModel {
        number: Set(last.number),
        hash: Set(last.hash),
        at: Set(at),
        tag: Set(tag.to_vec()),
    };
    // Another instance may have come as far, or this one before it ended.
    let again = OnConflict::column(audit_checkpoint::Column::Number)
        .do_nothing()
        .to_owned();
    audit_checkpoint::Entity::insert(checkpoint)
        .on_conflict(again)
        .exec_without_returning(&transaction)
        .await?;
    transaction.commit().await?;
    // The checkpoint counts already: what it stands for may go bit by bit.
    delete_until(portal, last.number).await
}

/// The last seal with a mark of those from the beginning of which no event is left.
///
/// # Errors
/// When the database cannot be read, or a mark is not the portal's.
async fn last_of_beginning(
    transaction: &Transaction,
    vault: &Vault,
) -> Result<Option<audit_seal::Model>, DbErr> {
    let same = Expr::col((audit_removal::Entity, audit_removal::Column::Number))
        .equals((audit_seal::Entity, audit_seal::Column::Number));
    let deleted = audit_removal::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(same)
        .filter(audit_removal::Column::Kind.eq(RemovalKind::Retention));
    let first_kept = audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.gt(0))
        .filter(Expr::exists(deleted.into_query()).not())
        .order_by_asc(audit_seal::Column::Number)
        .one(transaction)
        .await?;
    let until = match first_kept {
        Some(seal) => seal.number,
        None => end(transaction, vault).await?.number.saturating_add(1),
    };
    let last = audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.lt(until))
        .filter(audit_seal::Column::Tag.is_not_null())
        .order_by_desc(audit_seal::Column::Number)
        .one(transaction)
        .await?;
    match last {
        Some(seal) if !is_marked(vault, &seal) => Err(DbErr::Custom(format!(
            "seal {} of the audit trail has no mark of this portal",
            seal.number
        ))),
        last => Ok(last),
    }
}

async fn delete_until(portal: &Portal, number: i64) -> Result<(), DbErr> {
    let removals = Condition::all().add(audit_removal::Column::Number.lte(number));
    let seals = Condition::all().add(audit_seal::Column::Number.lte(number));
    let checkpoints = Condition::all().add(audit_checkpoint::Column::Number.lt(number));
    // Removals last, so that a seal that is still there is known to be of a deleted event.
    cleanup::delete::<audit_seal::Entity>(&portal.db, seals).await?;
    cleanup::delete::<audit_removal::Entity>(&portal.db, removals).await?;
    cleanup::delete::<audit_checkpoint::Entity>(&portal.db, checkpoints).await
}
