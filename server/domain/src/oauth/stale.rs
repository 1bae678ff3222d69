//! What no token needs any more.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::{
    Portal,
    entities::{change, revoked_token},
};

/// An instance that slept through more starts anew.
const CHANGES_KEPT: TimeDelta = TimeDelta::days(1);

/// Deletes revocations of tokens that have expired, and old changes.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let now = portal.now();
    revoked_token::Entity::delete_many()
        .filter(revoked_token::Column::ExpiresAt.lte(now))
        .exec(portal.db.writer())
        .await?;
    change::Entity::delete_many()
        .filter(change::Column::At.lt(now - CHANGES_KEPT))
        .exec(portal.db.writer())
        .await?;
    portal.oauth.forget_expired(now);
    Ok(())
}
