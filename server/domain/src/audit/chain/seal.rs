//! Takes committed events into the chain.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    Set, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    BATCH, COUNTER,
    digest::{DIGEST, GENESIS, Link, Mark, SALT, StoredEvent, VERSION},
    remove::seals_of,
};
use crate::{
    Portal,
    clock::Timestamp,
    counter,
    db::Transaction,
    entities::{audit_checkpoint, audit_event, audit_seal},
    ids::AuditEventId,
    store::Vault,
};

/// Seals every event that is committed and not sealed yet, some hundred in each transaction; returns
/// their number. To be called every few seconds, by any number of instances.
///
/// # Errors
/// When the database cannot be written, or the portal does not vouch for the end of the chain; what was
/// sealed until then stays so.
pub async fn seal(portal: &Portal, vault: &Vault) -> Result<u64, DbErr> {
    let mut sealed = 0;
    // Whoever finds nothing to do begins no transaction, so that nobody waits for it.
    while has_unsealed(portal).await? {
        match seal_batch(portal, vault).await? {
            0 => break,
            some => sealed += some,
        }
    }
    Ok(sealed)
}

async fn has_unsealed(portal: &Portal) -> Result<bool, DbErr> {
    let first: Option<Uuid> = unsealed()
        .select_only()
        .column(audit_event::Column::Id)
        .limit(1)
        .into_tuple()
        .one(portal.db.reader())
        .await?;
    Ok(first.is_some())
}

/// Those that are not sealed yet, in the order in which they will be.
fn unsealed() -> Select<audit_event::Entity> {
    audit_event::Entity::find()
        .filter(audit_event::Column::SealedAt.is_null())
        .order_by_asc(audit_event::Column::At)
        .order_by_asc(audit_event::Column::Id)
}

async fn seal_batch(portal: &Portal, vault: &Vault) -> Result<u64, DbErr> {
    let transaction = portal.db.begin().await?;
    let last = counter::take(&transaction, COUNTER, 0).await?;
    // Read after the counter's row is ours, so that it has what another sealer committed.
    let events: Vec<StoredEvent> = unsealed()
        .limit(BATCH)
        .into_model()
        .all(&transaction)
        .await?;
    if events.is_empty() {
        transaction.rollback().await?;
        return Ok(0);
    }
    let events = without_sealed(portal, &transaction, events).await?;
    let end = end(&transaction, vault).await?;
    let before = End {
        number: end.number.max(last),
        ..end
    };
    let seals = seals(portal, vault, &before, &events);
    let count = seals.len() as u64;
    if let Some(number) = seals.last().map(|seal| seal.number) {
        counter::raise(&transaction, COUNTER, number).await?;
    }
    write(&transaction, seals, portal.now()).await?;
    transaction.commit().await?;
    Ok(count)
}

/// Leaves out events that have a seal and do not say so any more, and lets them say it again: a second
/// seal for one of them would stop all sealing.
async fn without_sealed(
    portal: &Portal,
    transaction: &Transaction,
    mut events: Vec<StoredEvent>,
) -> Result<Vec<StoredEvent>, DbErr> {
    let ids = events.iter().map(|event| AuditEventId(event.id)).collect();
    let sealed = seals_of(transaction, ids).await?;
    let sealed: Vec<AuditEventId> = sealed.iter().map(|seal| seal.event_id).collect();
    if !sealed.is_empty() {
        let count = sealed.len();
        tracing::error!(count, "sealed events of the audit trail did not say so");
        events.retain(|event| !sealed.contains(&AuditEventId(event.id)));
        say_sealed(transaction, sealed, portal.now()).await?;
    }
    Ok(events)
}

/// Where the chain ends.
#[derive(Clone, Copy, Default)]
pub(super) struct End {
    pub number: i64,
    pub hash: [u8; DIGEST],
}

/// The end of the chain: its last seal, or the checkpoint in place of all of them. It is an error when
/// the portal does not vouch for it. Each batch commits together with the mark on its last seal, so
/// the portal itself never leaves an end without one.
pub(super) async fn end(db: &impl ConnectionTrait, vault: &Vault) -> Result<End, DbErr> {
    // Numbers begin with one; the filter lets the database begin at the end of the index.
    let seal = audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.gt(0))
        .order_by_desc(audit_seal::Column::Number)
        .one(db)
        .await?;
    let Some(seal) = seal else {
        return beginning(db, vault).await;
    };
    let sealed = (seal.number, &seal.hash[..], seal.sealed_at);
    let tag = seal.tag.unwrap_or_default();
    if !Mark::Seal.fits(vault.audit_key(), sealed, &tag) {
        return Err(not_own());
    }
    Ok(End {
        number: seal.number,
        hash: seal.hash.try_into().unwrap_or(GENESIS),
    })
}

/// Where the chain begins: the last checkpoint, for which the portal must vouch, or nothing.
pub(super) async fn beginning(db: &impl ConnectionTrait, vault: &Vault) -> Result<End, DbErr> {
    let Some(checkpoint) = checkpoint(db).await? else {
        return Ok(End::default());
    };
    if !is_own_checkpoint(vault, &checkpoint) {
        return Err(not_own());
    }
    Ok(End {
        number: checkpoint.number,
        hash: checkpoint.hash.try_into().unwrap_or(GENESIS),
    })
}

pub(super) fn is_own_checkpoint(vault: &Vault, checkpoint: &audit_checkpoint::Model) -> bool {
    let sealed = (checkpoint.number, &checkpoint.hash[..], checkpoint.at);
    Mark::Checkpoint.fits(vault.audit_key(), sealed, &checkpoint.tag)
}

fn not_own() -> DbErr {
    let why = "the end of the audit trail is not the portal's: run `balcao audit verify`";
    DbErr::Custom(why.to_owned())
}

/// The last checkpoint, if there is one.
pub(super) async fn checkpoint(
    db: &impl ConnectionTrait,
) -> Result<Option<audit_checkpoint::Model>, DbErr> {
    audit_checkpoint::Entity::find()
        .order_by_desc(audit_checkpoint::Column::Number)
        .one(db)
        .await
}

/// The seals of these events, which follow the end of the chain; the last one carries the mark.
fn seals(
    portal: &Portal,
    vault: &Vault,
    end: &End,
    events: &[StoredEvent],
) -> Vec<audit_seal::Model> {
    let sealed_at = portal.now();
    let (mut number, mut hash) = (end.number, end.hash);
    let seal = |event: &StoredEvent| {
        number += 1;
        let seal = next(portal, (number, &hash), event, sealed_at);
        hash = seal.hash.clone().try_into().unwrap_or(GENESIS);
        seal
    };
    let mut seals: Vec<_> = events.iter().map(seal).collect();
    if let Some(last) = seals.last_mut() {
        let tag = Mark::Seal.tag(vault.audit_key(), last.number, &last.hash, sealed_at);
        last.tag = Some(tag.to_vec());
    }
    seals
}

fn next(
    portal: &Portal,
    (number, before): (i64, &[u8; DIGEST]),
    event: &StoredEvent,
    sealed_at: Timestamp,
) -> audit_seal::Model {
    let mut salt = [0; SALT];
    portal.random.fill(&mut salt);
    let (record, personal) = (event.record(), event.personal(&salt));
    let link = Link {
        number,
        version: VERSION,
        event: event.id,
        sealed_at,
        record: &record,
        personal: &personal,
    };
    audit_seal::Model {
        number,
        event_id: AuditEventId(event.id),
        version: VERSION,
        hash: link.hash(before).to_vec(),
        record_digest: record.to_vec(),
        personal_digest: personal.to_vec(),
        salt: Some(salt.to_vec()),
        tag: None,
        sealed_at,
    }
}

async fn write(
    transaction: &Transaction,
    seals: Vec<audit_seal::Model>,
    sealed_at: Timestamp,
) -> Result<(), DbErr> {
    if seals.is_empty() {
        return Ok(());
    }
    let events = seals.iter().map(|seal| seal.event_id).collect();
    audit_seal::Entity::insert_many(seals.into_iter().map(row))
        .exec_without_returning(transaction)
        .await?;
    say_sealed(transaction, events, sealed_at).await
}

async fn say_sealed(
    transaction: &Transaction,
    events: Vec<AuditEventId>,
    sealed_at: Timestamp,
) -> Result<(), DbErr> {
    audit_event::Entity::update_many()
        .col_expr(audit_event::Column::SealedAt, Expr::value(sealed_at))
        .filter(audit_event::Column::Id.is_in(events))
        .exec(transaction)
        .await?;
    Ok(())
}

fn row(seal: audit_seal::Model) -> audit_seal::ActiveModel {
    audit_seal::ActiveModel {
        number: Set(seal.number),
        event_id: Set(seal.event_id),
        version: Set(seal.version),
        record_digest: Set(seal.record_digest),
        personal_digest: Set(seal.personal_digest),
        salt: Set(seal.salt),
        hash: Set(seal.hash),
        tag: Set(seal.tag),
        sealed_at: Set(seal.sealed_at),
    }
}
