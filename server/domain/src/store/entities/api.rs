use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{ApiId, ApiRevisionId},
    vocabulary::ApiState,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "apis")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiId,
    pub slug: String,
    pub state: ApiState,
    /// The revision that readers see.
    pub published_id: Option<ApiRevisionId>,
    /// The revision that is to be published next.
    pub draft_id: Option<ApiRevisionId>,
    /// The last day of a deprecated API.
    pub sunset_on: Option<NaiveDate>,
    /// Since when it is deprecated.
    pub deprecated_at: Option<Timestamp>,
    /// The slug of the API that takes the place of this one.
    pub successor: Option<String>,
    pub updated_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
