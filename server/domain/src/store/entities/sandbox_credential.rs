use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ApplicationId, SecretId},
    vocabulary::PublicKey,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_credentials")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SecretId,
    pub application_id: ApplicationId,
    pub public_key: PublicKey,
    pub hash: Vec<u8>,
    pub sealed: Vec<u8>,
    pub key_version: i32,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
