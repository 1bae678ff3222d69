use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApiId, GroupId, RequestId},
    vocabulary::{Plan, RequestAnswers},
};

/// A request that is being written. A person has one for each API and plan.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_drafts")]
pub struct Model {
    /// The request will have the same identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    pub api_id: ApiId,
    pub plan: Plan,
    /// `None` until it is chosen.
    pub group_id: Option<GroupId>,
    pub applicant_id: AccountId,
    pub name: String,
    pub description: String,
    /// What it says to what its API asks.
    pub answers: RequestAnswers,
    pub corrects: Option<RequestId>,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
