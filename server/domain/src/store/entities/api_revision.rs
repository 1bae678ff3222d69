use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApiId, ApiRevisionId},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_revisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiRevisionId,
    pub api_id: ApiId,
    /// Counts the revisions of an API, from 1.
    pub number: i32,
    /// Everything that the catalogue says of the API, as JSON.
    pub content: String,
    /// `None` for the portal itself.
    pub author_id: Option<AccountId>,
    pub changed_at: Timestamp,
    /// `None` for one that readers have not seen yet, which may still change.
    pub published_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
