//! Rows that nobody will ask for again.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};

use super::throttle;
use crate::{
    Portal,
    entities::{link, session},
};

/// How long an expired link can still be traded for a new one.
const LINKS_KEPT: TimeDelta = TimeDelta::days(90);

/// Deletes sessions that are over, links long expired and failures long forgotten; to be called
/// now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let (db, now) = (portal.db.writer(), portal.now());
    let idle_since = now - portal.settings.lifetimes.session_idle;
    let over = Condition::any()
        .add(session::Column::ExpiresAt.lte(now))
        .add(session::Column::LastSeenAt.lte(idle_since));
    session::Entity::delete_many().filter(over).exec(db).await?;
    link::Entity::delete_many()
        .filter(link::Column::ExpiresAt.lte(now - LINKS_KEPT))
        .exec(db)
        .await?;
    throttle::delete_forgotten(db, now).await
}
