//! Rows that nobody will ask for again.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::{browsers, kept_form, throttle};
use crate::{
    Portal,
    clock::Timestamp,
    entities::{account, link, membership, session},
    jobs,
};

/// How long an expired link can still be traded for a new one.
const LINKS_KEPT: TimeDelta = TimeDelta::days(90);

/// How long an account waits for its owner to come in, after the last link expired too.
const UNVERIFIED_KEPT: TimeDelta = TimeDelta::days(90);

/// Deletes sessions that are over, forms that nobody came back for, links long expired, accounts that nobody ever came into, jobs
/// long dead and failures long forgotten; to be called now and then.
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
    kept_form::delete_expired(db, now).await?;
    delete_unverified(db, now).await?;
    jobs::delete_dead(db, now).await?;
    browsers::delete_forgotten(db, now).await?;
    throttle::delete_forgotten(db, now).await
}

/// Those with a link may still come in, and a group waits for its members.
async fn delete_unverified(db: &impl ConnectionTrait, now: Timestamp) -> Result<(), DbErr> {
    let (with_link, in_group) = (link::Column::AccountId, membership::Column::AccountId);
    let with_link = link::Entity::find().select_only().column(with_link);
    let in_group = membership::Entity::find().select_only().column(in_group);
    account::Entity::delete_many()
        .filter(account::Column::EmailVerifiedAt.is_null())
        .filter(account::Column::TermsAcceptedAt.lte(now - UNVERIFIED_KEPT))
        .filter(account::Column::Id.not_in_subquery(with_link.into_query()))
        .filter(account::Column::Id.not_in_subquery(in_group.into_query()))
        .exec(db)
        .await?;
    Ok(())
}
