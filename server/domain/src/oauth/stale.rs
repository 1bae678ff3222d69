//! Deletes rows that no token needs any more.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, sea_query::IntoCondition};

use super::Authority;
use crate::{Portal, changes, cleanup, entities::revoked_token};

/// How long changes are kept; an instance that missed more reads everything.
const CHANGES_KEPT: TimeDelta = TimeDelta::days(1);

/// Deletes revocations of expired tokens, and old changes.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal, authority: &Authority) -> Result<(), DbErr> {
    let now = portal.now();
    let tokens = revoked_token::Column::ExpiresAt.lte(now);
    cleanup::delete::<revoked_token::Entity>(&portal.db, tokens.into_condition()).await?;
    changes::delete_before(&portal.db, now - CHANGES_KEPT).await?;
    authority.forget_expired(now);
    Ok(())
}
