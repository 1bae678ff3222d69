use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, LinkId},
    token::TokenHash,
    vocabulary::{Email, LinkPurpose},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    pub account_id: AccountId,
    pub purpose: LinkPurpose,
    pub token_hash: TokenHash,
    /// The version of the key that its token is made with.
    pub key_version: i32,
    pub sent_to: Email,
    /// The page to continue with once there is a password.
    #[sea_orm(column_name = "onward")]
    pub return_to: Option<String>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub consumed_at: Option<Timestamp>,
    pub voided_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
