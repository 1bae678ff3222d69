use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::SavedReasonId, translated::Translated};

/// A text that contract managers use again and again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_reasons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SavedReasonId,
    /// What managers find it by.
    pub title: String,
    pub texts: Translated,
    /// Of two who change it at once, one does.
    pub revision: i32,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
