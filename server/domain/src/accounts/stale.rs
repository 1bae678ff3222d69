//! Deletes rows of accounts that are not needed any more.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use super::{browsers, factors, kept_form, passkeys, throttle};
use crate::{
    Portal, cleanup,
    clock::Timestamp,
    db::Db,
    entities::{account, link, membership, session},
    jobs,
};

/// How long an expired link can be exchanged for a new one.
const LINKS_KEPT: TimeDelta = TimeDelta::days(90);

/// How long an account without any sign-in is kept after its last link expired.
const UNVERIFIED_KEPT: TimeDelta = TimeDelta::days(90);

/// Deletes expired sessions and kept forms, links that expired long ago, accounts that nobody ever
/// signed in to, abandoned jobs and old failures; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let (db, now) = (&portal.db, portal.now());
    let idle_since = now - portal.settings.lifetimes.session_idle;
    let over = Condition::any()
        .add(session::Column::ExpiresAt.lte(now))
        .add(session::Column::LastSeenAt.lte(idle_since));
    cleanup::delete::<session::Entity>(db, over).await?;
    let links = link::Column::ExpiresAt.lte(now - LINKS_KEPT);
    cleanup::delete::<link::Entity>(db, links.into_condition()).await?;
    kept_form::delete_expired(db.writer(), now).await?;
    delete_unverified(db, now).await?;
    jobs::delete_dead(db, now).await?;
    browsers::delete_forgotten(db, now).await?;
    factors::delete_expired(db, now).await?;
    passkeys::delete_expired(db, now).await?;
    throttle::delete_forgotten(db, now).await
}

/// Keeps accounts with a link, which may still be used, and members of groups.
async fn delete_unverified(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let own = |column: Expr| column.equals((account::Entity, account::Column::Id));
    let with_link = link::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own(Expr::col((link::Entity, link::Column::AccountId))))
        .into_query();
    let in_group = membership::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own(Expr::col((
            membership::Entity,
            membership::Column::AccountId,
        ))))
        .into_query();
    let unverified = Condition::all()
        .add(account::Column::EmailVerifiedAt.is_null())
        .add(account::Column::TermsAcceptedAt.lte(now - UNVERIFIED_KEPT))
        .add(Expr::exists(with_link).not())
        .add(Expr::exists(in_group).not());
    cleanup::delete::<account::Entity>(db, unverified).await
}
