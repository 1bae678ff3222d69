use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, BrowserId},
    token::TokenHash,
};

/// A browser that a person signed in with.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "browsers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BrowserId,
    pub account_id: AccountId,
    pub token_hash: TokenHash,
    pub seen_at: Timestamp,
    pub expires_at: Timestamp,
    /// What the browser said of itself.
    pub device: String,
    /// Until when the person need not give a second factor in it.
    pub trusted_until: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
