use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, SessionId},
    token::TokenHash,
    vocabulary::SessionKind,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub account_id: AccountId,
    pub token_hash: TokenHash,
    pub kind: SessionKind,
    pub device: String,
    pub address: Option<String>,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    /// `None` until the password is confirmed for the first time.
    pub confirmed_at: Option<Timestamp>,
    pub expires_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
