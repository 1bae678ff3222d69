use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::ApplicationId, vocabulary::CallKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "use_hours")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: ApplicationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub hour: Timestamp,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: CallKind,
    #[sea_orm(primary_key, auto_increment = false)]
    pub status: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub latency: i32,
    pub calls: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
