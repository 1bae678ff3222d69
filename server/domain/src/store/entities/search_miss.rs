use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// How often something was sought in the catalogue on a day and not found.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_misses")]
pub struct Model {
    /// Folded.
    #[sea_orm(primary_key, auto_increment = false)]
    pub words: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: NaiveDate,
    pub count: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
