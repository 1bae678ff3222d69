use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, TotpFactorId},
};

/// The authenticator app of an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "totp_factors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TotpFactorId,
    pub account_id: AccountId,
    pub sealed_secret: Vec<u8>,
    pub key_version: i32,
    /// The step of the last code that was taken: none up to it is taken again.
    pub last_step: i64,
    pub created_at: Timestamp,
    /// `None` until a first code shows that the app has the secret.
    pub confirmed_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
