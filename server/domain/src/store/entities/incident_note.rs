use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, IncidentId, IncidentNoteId},
    translated::Translated,
    vocabulary::IncidentStage,
};

/// What an administrator told of an incident.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentNoteId,
    pub incident_id: IncidentId,
    /// Its place among the notes of the incident, from 1.
    pub number: i32,
    pub stage: IncidentStage,
    pub text: Translated,
    pub written_at: Timestamp,
    pub written_by: Option<AccountId>,
    pub corrected_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
