use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, AuthorizationCodeId, ClientId, TokenFamilyId},
    token::TokenHash,
};

/// What a program is answered once somebody let it act for them; good once, for the first tokens.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authorization_codes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuthorizationCodeId,
    pub hash: TokenHash,
    pub client_id: ClientId,
    /// Whom the client may act for.
    pub account_id: AccountId,
    /// Where it was sent; whoever uses it names the same.
    pub redirect_address: String,
    /// Separated by blanks.
    pub scopes: String,
    /// What the tokens are to be for.
    pub resource: String,
    /// SHA-256 of what whoever uses it must know (RFC 7636 §4.2).
    pub challenge: Vec<u8>,
    /// Of the password of then: another password ends it.
    pub password_mark: Vec<u8>,
    /// Until when the client may act.
    pub ends_at: Timestamp,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    /// What its use began.
    pub family_id: Option<TokenFamilyId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
