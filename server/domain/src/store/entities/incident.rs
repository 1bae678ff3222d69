use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::IncidentId, translated::Translated, vocabulary::IncidentKind};

/// What keeps APIs, or the whole portal, from working as they should.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "incidents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentId,
    pub title: Translated,
    pub kind: IncidentKind,
    /// Whether it concerns all that the portal does, and not some APIs alone.
    pub whole_portal: bool,
    pub begins_at: Timestamp,
    /// The end of a maintenance, as it is planned.
    pub ends_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    /// How often it was changed. A change names the revision that its author saw.
    pub revision: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
