use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ApplicationId, QuotaId},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quotas")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: QuotaId,
    pub application_id: ApplicationId,
    pub calls: i64,
    pub starts_at: Timestamp,
    pub ends_at: Option<Timestamp>,
    /// The calls that instances may have spent: those of all leases, and of leases that ended.
    pub granted: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
