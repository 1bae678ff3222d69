use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, RequestId, RequestNoteId},
};

/// What a contract manager noted for others about a request.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestNoteId,
    pub request_id: RequestId,
    pub author_id: AccountId,
    pub at: Timestamp,
    pub text: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
