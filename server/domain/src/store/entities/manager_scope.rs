use sea_orm::entity::prelude::*;

use crate::ids::{AccountId, ApiId, ManagerScopeId};

/// A part of the requests that a contract manager decides on: those of a company, or for an API.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "manager_scopes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ManagerScopeId,
    pub account_id: AccountId,
    /// The first eight characters of its CNPJ.
    pub cnpj_root: Option<String>,
    pub api_id: Option<ApiId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
