use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ClientId, ClientSecretId},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_secrets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientSecretId,
    pub client_id: ClientId,
    /// SHA-256.
    pub hash: Vec<u8>,
    pub created_at: Timestamp,
    /// When it stops being good, since another one took its place.
    pub ends_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::oauth_client::Entity",
        from = "Column::ClientId",
        to = "super::oauth_client::Column::Id"
    )]
    Client,
}

impl Related<super::oauth_client::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Client.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
