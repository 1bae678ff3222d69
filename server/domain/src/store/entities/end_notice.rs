use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::ApiId};

/// That people were told of the last day of an API so many days before.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "end_notices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_id: ApiId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub last_day: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub days: i32,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
