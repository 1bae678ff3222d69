use sea_orm::entity::prelude::*;

use crate::{ids::ApiId, vocabulary::SampleLanguage};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_samples")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: SampleLanguage,
    pub position: i32,
    pub source: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
