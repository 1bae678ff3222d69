use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ApplicationId, TransactionId},
    vocabulary::CallKind,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calls")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TransactionId,
    pub application_id: ApplicationId,
    pub kind: CallKind,
    pub at: Timestamp,
    pub method: String,
    pub path: String,
    pub status: i32,
    pub code: Option<String>,
    pub field: Option<String>,
    pub micros: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
