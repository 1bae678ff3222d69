use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, vocabulary::RemovalKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_removals")]
pub struct Model {
    /// The number of the seal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub kind: RemovalKind,
    pub at: Timestamp,
    /// The portal's own mark.
    pub tag: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
