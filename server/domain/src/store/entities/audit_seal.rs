use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::AuditEventId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_seals")]
pub struct Model {
    /// From 1, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub event_id: AuditEventId,
    /// How the event was written to be hashed.
    pub version: i16,
    pub record_digest: Vec<u8>,
    pub personal_digest: Vec<u8>,
    /// `None` once the personal part of the event was erased, or the event was deleted.
    pub salt: Option<Vec<u8>>,
    pub hash: Vec<u8>,
    /// The portal's own mark, of the last seal of each batch.
    pub tag: Option<Vec<u8>>,
    pub sealed_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
