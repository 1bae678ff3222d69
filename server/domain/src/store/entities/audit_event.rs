use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, AuditEventId, ClientId},
    vocabulary::Action,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditEventId,
    pub at: Timestamp,
    pub actor_id: Option<AccountId>,
    /// The client of the program that acted for the actor.
    pub client_id: Option<ClientId>,
    pub action: Action,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub details: Option<String>,
    pub address: Option<String>,
    pub request_id: Option<String>,
    /// `None` until the sealer took it into the chain.
    pub sealed_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::ActorId",
        to = "super::account::Column::Id"
    )]
    Actor,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Actor.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
