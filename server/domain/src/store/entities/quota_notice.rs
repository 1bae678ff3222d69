use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::QuotaId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quota_notices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: QuotaId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub percent: i32,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
