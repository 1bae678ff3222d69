use sea_orm::entity::prelude::*;

use crate::ids::ApiId;

/// A file that revisions of an API name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_attachments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    /// The SHA-256 of its content, in hexadecimal digits.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    pub content: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
