use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::AccountId, token::TokenHash};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_forms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// The token of the browser that sent it.
    pub token_hash: TokenHash,
    /// The address that it was sent to.
    pub path: String,
    /// Its fields, sealed for the account.
    pub sealed: Vec<u8>,
    pub key_version: i32,
    pub expires_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
