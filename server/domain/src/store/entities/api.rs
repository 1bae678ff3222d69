use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::ApiId, vocabulary::Category};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "apis")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiId,
    pub slug: String,
    pub version: String,
    pub category: Category,
    pub base_path: String,
    pub position: i32,
    /// Its `OpenAPI` document, as JSON.
    pub openapi: Option<String>,
    /// Whether a sandbox made from the document answers Trial calls.
    pub sandbox: bool,
    /// Where Pay Per Use calls are forwarded to.
    pub upstream: Option<String>,
    pub published_at: Option<Timestamp>,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
