//! Deletes messages that nobody asks for again.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, sea_query::IntoCondition};

use crate::{
    Portal, cleanup,
    entities::message::{Column, Entity},
};

/// How long a message is kept once it is closed, with its answers. The privacy notice says so.
pub const CLOSED_KEPT: TimeDelta = TimeDelta::days(365);

/// Deletes messages that were closed long ago; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let stale = Column::ClosedAt.lte(portal.now() - CLOSED_KEPT);
    cleanup::delete::<Entity>(&portal.db, stale.into_condition()).await
}
