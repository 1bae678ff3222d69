use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ClientId, TokenFamilyId},
    vocabulary::GrantType,
};

/// What a person's password or consent began: a chain of refresh tokens, and the access tokens with
/// them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "token_families")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenFamilyId,
    pub client_id: ClientId,
    pub account_id: AccountId,
    /// Of the password of then: another password ends it.
    pub password_mark: Vec<u8>,
    pub created_at: Timestamp,
    /// When its last token expires.
    pub expires_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    /// What began it.
    pub grant_type: GrantType,
    /// Separated by blanks.
    pub scopes: String,
    /// What its tokens may be for; the portal where nothing was said.
    pub resource: Option<String>,
    pub last_used_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
