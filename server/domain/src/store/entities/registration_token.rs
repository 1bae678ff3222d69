use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, RegistrationTokenId},
    token::TokenHash,
};

/// What a program registers itself with, once, for whoever made it (RFC 7591 §1.2).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registration_tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RegistrationTokenId,
    /// Whom the program is to be bound to.
    pub account_id: AccountId,
    pub hash: TokenHash,
    /// Of the password that the account had then.
    pub password_mark: Vec<u8>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
