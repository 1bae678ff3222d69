use sea_orm::entity::prelude::*;

use crate::ids::{ApiId, ApiRevisionId};

/// What searches know of a published API.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_words")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    /// The revision that the words are of.
    pub revision_id: ApiRevisionId,
    /// Counts the ways in which words were gathered.
    pub edition: i32,
    /// Each word once, folded, with blanks between them.
    pub words: String,
    /// What the operations say, as JSON.
    pub operations: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
