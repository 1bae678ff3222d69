use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ClientId, TokenFamilyId},
};

/// What a person's password began: a chain of refresh tokens, and the access tokens with them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "token_families")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenFamilyId,
    pub client_id: ClientId,
    pub account_id: AccountId,
    /// Of the password that began it: another password ends it.
    pub password_mark: Vec<u8>,
    pub created_at: Timestamp,
    /// When its last token expires.
    pub expires_at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
