use sea_orm::entity::prelude::*;

use crate::ids::ApiId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub locale: String,
    pub name: String,
    pub summary: String,
    pub presentation: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
