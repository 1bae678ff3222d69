//! Erases what the trail tells of a person, so that `verify` knows that it was the portal.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use super::{
    BATCH,
    digest::StoredEvent,
    remove::{begin, mark, unchanged},
};
use crate::{
    Portal,
    audit::Subject,
    db::Transaction,
    entities::{audit_event, audit_seal},
    ids::{AccountId, AuditEventId},
    store::Vault,
    vocabulary::{Action, RemovalKind},
};

/// What an erasure leaves of an account, since it says who let whom do what.
const KEPT_DETAILS: [Action; 2] = [Action::RolesChanged, Action::TermsAccepted];

/// Erases what the trail tells of a person beyond the pseudonym: from where they acted, and the details
/// of what was done to their account, but for roles and terms. It is done in several transactions; whoever
/// calls it again after a failure erases the rest.
///
/// # Errors
/// When the database cannot be written.
pub async fn erase_person(portal: &Portal, vault: &Vault, account: AccountId) -> Result<(), DbErr> {
    let mut kept = Vec::new();
    while erase_batch(portal, vault, account, &mut kept).await? {
        tokio::task::yield_now().await;
    }
    Ok(())
}

/// Events about the account.
fn about(account: AccountId) -> Condition {
    Condition::all()
        .add(audit_event::Column::SubjectId.eq(account.0))
        .add(audit_event::Column::SubjectKind.eq(Subject::ACCOUNT))
}

/// Those whose details are erased.
fn detailed() -> Condition {
    Condition::all()
        .add(audit_event::Column::Action.is_not_in(KEPT_DETAILS))
        .add(audit_event::Column::Details.is_not_null())
}

/// Those of which there is something to erase. Each half is found by an index.
fn personal(account: AccountId) -> Condition {
    let is_located = || audit_event::Column::Address.is_not_null();
    let done = Condition::all()
        .add(audit_event::Column::ActorId.eq(account))
        .add(is_located());
    let suffered = about(account).add(Condition::any().add(is_located()).add(detailed()));
    Condition::any().add(done).add(suffered)
}

/// Tells whether more may be left. Events that are not as they were sealed stay, and are added to `kept`.
async fn erase_batch(
    portal: &Portal,
    vault: &Vault,
    account: AccountId,
    kept: &mut Vec<AuditEventId>,
) -> Result<bool, DbErr> {
    let transaction = begin(portal).await?;
    let mut ids: Vec<AuditEventId> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Id)
        .filter(personal(account))
        .filter(audit_event::Column::Id.is_not_in(kept.iter().copied()))
        .limit(BATCH)
        .into_tuple()
        .all(&transaction)
        .await?;
    let has_more = ids.len() as u64 == BATCH;
    let (seals, edited) = unchanged(vault, &transaction, ids.clone()).await?;
    ids.retain(|id| !edited.contains(id));
    empty_personal(&transaction, account, &ids).await?;
    let left = left(&transaction, &seals).await?;
    mark(
        portal,
        vault,
        &transaction,
        RemovalKind::Erasure,
        (&seals, left),
    )
    .await?;
    transaction.commit().await?;
    kept.extend(edited);
    Ok(has_more && (kept.len() as u64) < BATCH)
}

async fn empty_personal(
    transaction: &Transaction,
    account: AccountId,
    ids: &[AuditEventId],
) -> Result<(), DbErr> {
    let none: Option<String> = None;
    let these = || audit_event::Column::Id.is_in(ids.iter().copied());
    audit_event::Entity::update_many()
        .col_expr(audit_event::Column::Address, Expr::value(none.clone()))
        .filter(these())
        .exec(transaction)
        .await?;
    audit_event::Entity::update_many()
        .col_expr(audit_event::Column::Details, Expr::value(none))
        .filter(these())
        .filter(about(account))
        .filter(detailed())
        .exec(transaction)
        .await?;
    Ok(())
}

/// The digests of what is left of the events of these seals, in the order of the seals.
async fn left(
    transaction: &Transaction,
    seals: &[audit_seal::Model],
) -> Result<Vec<Vec<u8>>, DbErr> {
    let ids = seals.iter().map(|seal| seal.event_id);
    let events: Vec<StoredEvent> = audit_event::Entity::find()
        .filter(audit_event::Column::Id.is_in(ids))
        .into_model()
        .all(transaction)
        .await?;
    let of = |seal: &audit_seal::Model| {
        let event = events.iter().find(|event| event.id == seal.event_id.0);
        event.map_or_else(Vec::new, |event| event.left().to_vec())
    };
    Ok(seals.iter().map(of).collect())
}
