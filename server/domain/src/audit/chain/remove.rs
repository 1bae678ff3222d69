//! Takes events out of the trail, so that `verify` knows that it was the portal.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

use super::{
    BATCH, COUNTER,
    compare::{Comparison, compare, is_own},
    digest::{Link, Mark},
    read::{events, removals},
    seal::{End, beginning, end, seal},
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
    let mut kept = Vec::new();
    while remove_batch(portal, vault, which, &mut kept).await? {
        tokio::task::yield_now().await;
    }
    Ok(())
}

/// Tells whether more may be left. Events that are not as they were sealed stay, and are added to `kept`.
async fn remove_batch(
    portal: &Portal,
    vault: &Vault,
    which: &Condition,
    kept: &mut Vec<AuditEventId>,
) -> Result<bool, DbErr> {
    let transaction = begin(portal).await?;
    end(&transaction, vault).await?;
    let ids: Vec<AuditEventId> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Id)
        .filter(which.clone())
        .filter(audit_event::Column::SealedAt.is_not_null())
        .filter(audit_event::Column::Id.is_not_in(kept.iter().copied()))
        .limit(BATCH)
        .into_tuple()
        .all(&transaction)
        .await?;
    if ids.is_empty() {
        return Ok(false);
    }
    let (seals, _) = unchanged(vault, &transaction, ids.clone()).await?;
    let left = seals.iter().map(|_| vec![]).collect();
    mark(
        portal,
        vault,
        &transaction,
        RemovalKind::Retention,
        (&seals, left),
    )
    .await?;
    let deleted: Vec<AuditEventId> = seals.iter().map(|seal| seal.event_id).collect();
    audit_event::Entity::delete_many()
        .filter(audit_event::Column::Id.is_in(deleted.iter().copied()))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    let has_more = ids.len() as u64 == BATCH;
    kept.extend(ids.into_iter().filter(|id| !deleted.contains(id)));
    Ok(has_more && (kept.len() as u64) < BATCH)
}

/// The seals of those events that are as they were sealed, and the events that are not: the portal puts
/// no mark on them, so that they stay for `verify` to tell.
pub(super) async fn unchanged(
    vault: &Vault,
    transaction: &Transaction,
    ids: Vec<AuditEventId>,
) -> Result<(Vec<audit_seal::Model>, Vec<AuditEventId>), DbErr> {
    let seals = seals_of(transaction, ids.clone()).await?;
    let events = events(transaction, ids).await?;
    let removals = removals(transaction, &seals).await?;
    let is_unchanged = |seal: &audit_seal::Model| {
        let removal = removals.get(&seal.number);
        let event = events.get(&seal.event_id.0);
        event.is_some_and(|it| compare(vault, seal, it, removal) != Comparison::Edited)
    };
    let (unchanged, edited): (Vec<_>, Vec<_>) = seals.into_iter().partition(is_unchanged);
    if !edited.is_empty() {
        let count = edited.len();
        tracing::error!(
            count,
            "events were edited and stay: run `balcao audit verify`"
        );
    }
    let edited = edited.iter().map(|seal| seal.event_id).collect();
    Ok((unchanged, edited))
}

/// Begins to change the chain: the sealer and other instances wait for it.
pub(super) async fn begin(portal: &Portal) -> Result<Transaction, DbErr> {
    let transaction = portal.db.begin().await?;
    counter::take(&transaction, COUNTER, 0).await?;
    Ok(transaction)
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
    end(&transaction, vault).await?;
    let before = beginning(&transaction, vault).await?;
    let last = end_of_beginning(&transaction, vault, before).await?;
    if last.number > before.number {
        let at = portal.now();
        let tag = Mark::Checkpoint.tag(vault.audit_key(), last.number, &last.hash, at);
        let checkpoint = audit_checkpoint::ActiveModel {
            number: Set(last.number),
            hash: Set(last.hash.to_vec()),
            at: Set(at),
            tag: Set(tag.to_vec()),
        };
        audit_checkpoint::Entity::insert(checkpoint)
            .exec_without_returning(&transaction)
            .await?;
    }
    transaction.commit().await?;
    // The checkpoint counts already: what it stands for may go bit by bit, by whichever instance.
    delete_until(portal, last.number).await
}

/// The end of those seals behind the checkpoint whose events the portal deleted, every one.
async fn end_of_beginning(
    transaction: &Transaction,
    vault: &Vault,
    checkpoint: End,
) -> Result<End, DbErr> {
    let mut last = checkpoint;
    loop {
        let seals = audit_seal::Entity::find()
            .filter(audit_seal::Column::Number.gt(last.number))
            .order_by_asc(audit_seal::Column::Number)
            .limit(BATCH)
            .all(transaction)
            .await?;
        let removals = removals(transaction, &seals).await?;
        if seals.is_empty() {
            return Ok(last);
        }
        for seal in &seals {
            let removal = removals.get(&seal.number);
            let deleted = removal.filter(|it| it.kind == RemovalKind::Retention);
            let Some(removal) = deleted else {
                return Ok(last);
            };
            let hash = Link::of(seal).hash(&last.hash);
            let follows = seal.number == last.number + 1 && hash[..] == seal.hash[..];
            if !follows || !is_own(vault, seal, removal, &[]) {
                let number = seal.number;
                tracing::error!(number, "no checkpoint here: run `balcao audit verify`");
                return Ok(last);
            }
            last = End {
                number: seal.number,
                hash,
            };
        }
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
