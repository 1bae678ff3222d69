use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ApplicationEventId, ApplicationId},
    vocabulary::ApplicationEvent,
};

/// What a contract manager did to an application.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationEventId,
    pub application_id: ApplicationId,
    pub event: ApplicationEvent,
    pub at: Timestamp,
    /// `None` for the portal itself.
    pub done_by: Option<AccountId>,
    /// Whether whoever did it had asked for the application or belonged to its group.
    pub by_party: bool,
    pub said: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
