//! Deletes what was sent long ago.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, sea_query::IntoCondition};

use crate::{
    Portal, cleanup,
    entities::webhook_delivery::{Column, Entity},
};

/// How long the log of a webhook tells of a delivery.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Deletes deliveries that are a month old, with their attempts.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let stale = Column::CreatedAt.lt(portal.now() - KEPT);
    cleanup::delete::<Entity>(&portal.db, stale.into_condition()).await
}
