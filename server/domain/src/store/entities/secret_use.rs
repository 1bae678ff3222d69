use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::SecretId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "secret_uses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub secret_id: SecretId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub period: Timestamp,
    pub uses: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
