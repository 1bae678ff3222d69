use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{RefreshTokenId, TokenFamilyId},
    token::TokenHash,
};

/// A refresh token, which is good once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RefreshTokenId,
    pub family_id: TokenFamilyId,
    pub hash: TokenHash,
    /// Separated by blanks.
    pub scopes: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    /// What its use was answered with, sealed, for a moment.
    pub answer: Option<Vec<u8>>,
    pub key_version: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::token_family::Entity",
        from = "Column::FamilyId",
        to = "super::token_family::Column::Id"
    )]
    Family,
}

impl Related<super::token_family::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Family.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
