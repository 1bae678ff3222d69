use sea_orm::entity::prelude::*;

use crate::{ids::ApiId, vocabulary::Plan};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_plans")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan: Plan,
    pub calls: Option<i32>,
    pub days: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
