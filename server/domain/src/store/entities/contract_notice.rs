use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::ApplicationId};

/// That a group was told of the end of a contract so many days before.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract_notices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: ApplicationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ends_on: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub days: i32,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
