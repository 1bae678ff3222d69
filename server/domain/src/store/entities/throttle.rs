use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, vocabulary::ThrottleKey};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "throttles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: ThrottleKey,
    pub failures: i32,
    pub last_failure_at: Timestamp,
    pub retry_at: Timestamp,
    /// The number of pending attempts.
    pub pending: i32,
    /// When the last pending attempt began.
    pub pending_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
