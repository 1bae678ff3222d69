use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::AccountId};

/// A removal of the second factors of an account, which a second person of staff has yet to
/// confirm.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "factor_removals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub asked_by: AccountId,
    pub reason: String,
    pub asked_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
