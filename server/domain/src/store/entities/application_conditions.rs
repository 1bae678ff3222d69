use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::ApplicationId};

/// On what conditions an application was approved.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_conditions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: ApplicationId,
    /// Its first day.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// Calls instead of those of the plan.
    pub calls: Option<i64>,
    pub contract_number: Option<String>,
    /// Of two who change them at once, one does.
    pub revision: i32,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
