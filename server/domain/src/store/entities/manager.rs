use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::AccountId, vocabulary::RequestNotices};

/// How a contract manager is told of requests, and when they are away.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "managers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub notices: RequestNotices,
    /// When a digest leaves, in minutes after midnight.
    pub digest_minute: i32,
    /// When the digest leaves that is queued already.
    pub digest_due_at: Option<Timestamp>,
    /// The first and the last day of an absence.
    pub away_from: Option<NaiveDate>,
    pub away_until: Option<NaiveDate>,
    /// Who stands in meanwhile.
    pub deputy_id: Option<AccountId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
