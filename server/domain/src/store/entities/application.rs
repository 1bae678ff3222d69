use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApiId, ApplicationId, GroupId},
    vocabulary::{Plan, State},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    pub number: Option<String>,
    pub api_id: ApiId,
    pub plan: Plan,
    pub group_id: Option<GroupId>,
    pub applicant_id: AccountId,
    pub name: String,
    pub description: String,
    /// The name as managers look for it: lower case, no accents.
    pub search_text: String,
    pub state: State,
    pub reason: Option<String>,
    pub decided_by: Option<AccountId>,
    /// The rejected request that this one corrects.
    pub corrects: Option<ApplicationId>,
    /// The application whose plan this request is to change.
    pub upgrades: Option<ApplicationId>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub submitted_at: Option<Timestamp>,
    pub decided_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Related<super::permission_group::Entity> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(super::permission_group::Entity)
            .from(Column::GroupId)
            .to(super::permission_group::Column::Id)
            .into()
    }
}

/// The applicant.
impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(super::account::Entity)
            .from(Column::ApplicantId)
            .to(super::account::Column::Id)
            .into()
    }
}

impl ActiveModelBehavior for ActiveModel {}
