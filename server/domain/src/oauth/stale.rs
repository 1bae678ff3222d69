//! What no token needs any more.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, sea_query::IntoCondition};

use super::Authority;
use crate::{Portal, changes, cleanup, entities::revoked_token};

/// An instance that slept through more starts anew.
const CHANGES_KEPT: TimeDelta = TimeDelta::days(1);

/// Deletes revocations of tokens that have expired, and old changes.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_stale(portal: &Portal, authority: &Authority) -> Result<(), DbErr> {
    let now = portal.now();
    let tokens = revoked_token::Column::ExpiresAt.lte(now);
    cleanup::delete::<revoked_token::Entity>(&portal.db, tokens.into_condition()).await?;
    changes::delete_before(&portal.db, now - CHANGES_KEPT).await?;
    authority.forget_expired(now);
    Ok(())
}
