use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApiId, ApplicationId, GroupId},
    vocabulary::{ApplicationState, Plan},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub struct Model {
    /// The identifier of the request that made it, too.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    pub api_id: ApiId,
    pub plan: Plan,
    pub group_id: GroupId,
    pub applicant_id: AccountId,
    pub name: String,
    pub description: String,
    pub state: ApplicationState,
    /// The reason for its current state.
    pub reason: Option<String>,
    /// When its request was submitted; lists are in this order.
    pub requested_at: Timestamp,
    pub approved_at: Timestamp,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::application_plan::Entity")]
    Plans,
}

impl Related<super::application_plan::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Plans.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
