use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, RequestId},
    vocabulary::RequestState,
};

/// The end of a request, which is decided or cancelled once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_decisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: RequestId,
    /// Approved, rejected or cancelled.
    pub outcome: RequestState,
    pub at: Timestamp,
    /// `None` when the portal itself decided.
    pub decided_by: Option<AccountId>,
    /// Whether whoever decided had made the request or belonged to its group.
    pub by_party: bool,
    pub said: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
