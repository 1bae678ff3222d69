use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApiId, ApplicationId, GroupId, RequestId},
    vocabulary::{Plan, RequestAnswers, RequestKind, RequestState},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    /// As in `2026-0042`.
    pub number: String,
    pub kind: RequestKind,
    /// The application that it makes, or whose plan it changes.
    pub application_id: ApplicationId,
    pub api_id: ApiId,
    /// The requested plan.
    pub plan: Plan,
    pub group_id: GroupId,
    pub applicant_id: AccountId,
    pub name: String,
    pub description: String,
    /// What it says to what its API asks.
    pub answers: RequestAnswers,
    /// The name in the form that searches compare: lower case, no accents.
    pub search_text: String,
    pub state: RequestState,
    /// The rejected request that this one corrects.
    pub corrects: Option<RequestId>,
    pub submitted_at: Timestamp,
    /// The contract manager who looks after it.
    pub assignee_id: Option<AccountId>,
    /// By when it is to be decided; `None` until an instance that knows of it has counted.
    pub due_at: Option<Timestamp>,
    /// The company's name when it was filed, folded: the queue can be in its order.
    pub company: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
