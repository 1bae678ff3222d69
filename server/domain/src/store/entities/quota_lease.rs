use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{InstanceId, QuotaId},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quota_leases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: QuotaId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub instance_id: InstanceId,
    pub granted: i64,
    pub used: i64,
    pub refreshed_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
