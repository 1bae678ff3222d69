use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ApplicationId, RequestId},
    vocabulary::Plan,
};

/// A plan that an application has or had, since a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_plans")]
pub struct Model {
    /// The request that led to it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: RequestId,
    pub application_id: ApplicationId,
    pub plan: Plan,
    pub since: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::application::Entity",
        from = "Column::ApplicationId",
        to = "super::application::Column::Id"
    )]
    Application,
}

impl Related<super::application::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Application.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
