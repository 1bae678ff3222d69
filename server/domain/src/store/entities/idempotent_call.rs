use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ClientId, IdempotentCallId},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotent_calls")]
pub struct Model {
    /// Made of the client, the account and the key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IdempotentCallId,
    pub client_id: ClientId,
    pub account_id: AccountId,
    pub request_hash: Vec<u8>,
    /// Set in the transaction of what the call does.
    pub is_done: bool,
    /// The HTTP status; `None` until the call is answered.
    pub status: Option<i16>,
    /// The sealed body of the answer.
    pub answer: Option<Vec<u8>>,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
