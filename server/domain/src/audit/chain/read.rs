//! Reads what is held against the chain.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::digest::StoredEvent;
use crate::{
    Portal,
    entities::{audit_event, audit_removal, audit_seal},
    ids::AuditEventId,
};

/// The most events that are told of.
const MAX_NAMED: u64 = 1_000;

pub(super) async fn events(
    db: &impl ConnectionTrait,
    ids: Vec<AuditEventId>,
) -> Result<HashMap<Uuid, StoredEvent>, DbErr> {
    let events: Vec<StoredEvent> = audit_event::Entity::find()
        .filter(audit_event::Column::Id.is_in(ids))
        .into_model()
        .all(db)
        .await?;
    Ok(events.into_iter().map(|event| (event.id, event)).collect())
}

pub(super) async fn removals(
    db: &impl ConnectionTrait,
    seals: &[audit_seal::Model],
) -> Result<HashMap<i64, audit_removal::Model>, DbErr> {
    let removals = audit_removal::Entity::find()
        .filter(audit_removal::Column::Number.is_in(seals.iter().map(|seal| seal.number)))
        .all(db)
        .await?;
    Ok(removals.into_iter().map(|it| (it.number, it)).collect())
}

/// Events that say that they are sealed, and have no seal.
pub(super) async fn inserted(portal: &Portal) -> Result<Vec<AuditEventId>, DbErr> {
    let same = Expr::col((audit_seal::Entity, audit_seal::Column::EventId))
        .equals((audit_event::Entity, audit_event::Column::Id));
    let seal = audit_seal::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(same);
    audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Id)
        .filter(audit_event::Column::SealedAt.is_not_null())
        .filter(Expr::exists(seal.into_query()).not())
        .limit(MAX_NAMED)
        .into_tuple()
        .all(portal.db.reader())
        .await
}

pub(super) async fn waiting(portal: &Portal) -> Result<u64, DbErr> {
    audit_event::Entity::find()
        .filter(audit_event::Column::SealedAt.is_null())
        .count(portal.db.reader())
        .await
}
