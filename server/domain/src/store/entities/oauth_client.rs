use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, ClientId},
    vocabulary::{ClientKind, ClientState},
};

/// A program of somebody else's that gets tokens of its own.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "oauth_clients")]
pub struct Model {
    /// The `client_id`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientId,
    pub kind: ClientKind,
    pub name: String,
    pub is_confidential: bool,
    /// Whom it acts for; clients of other kinds than `Credentials` act for whoever lets them.
    pub account_id: Option<AccountId>,
    pub access_seconds: i32,
    pub refresh_seconds: i32,
    /// Separated by blanks.
    pub scopes: String,
    /// As in `10.0.0.0/8`, separated by blanks; none means from everywhere.
    pub networks: String,
    pub state: ClientState,
    pub created_at: Timestamp,
    pub created_by: Option<AccountId>,
    pub deleted_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    /// The roles of its account that it may act in, separated by blanks: those that the account had
    /// when administrators let it. Others count for what people begin themselves alone.
    pub roles: String,
    /// Where it may be answered, separated by blanks.
    pub redirect_addresses: String,
    /// Who let it register itself: it asks nobody else, and acts for nobody else.
    pub bound_account_id: Option<AccountId>,
    /// Whether what people let it do can be renewed by refresh tokens.
    pub renews: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::client_secret::Entity")]
    Secrets,
}

impl Related<super::client_secret::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Secrets.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
