//! Deletes rows of use that are not needed any more.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{ExprTrait, IntoCondition},
};

use crate::{
    Portal, cleanup, credentials,
    db::Db,
    entities::{call, use_batch, use_hour},
    ids::ApplicationId,
};

const CALLS_KEPT: TimeDelta = TimeDelta::days(30);
/// For each application; a busy one has more calls in 30 days than anybody reads.
const MAX_CALLS: u64 = 50_000;
pub(super) const HOURS_KEPT: TimeDelta = TimeDelta::days(400);
const SECRET_USES_KEPT: TimeDelta = TimeDelta::days(2);
const BATCHES_KEPT: TimeDelta = TimeDelta::days(7);

/// Deletes calls after 30 days and all but the latest 50,000 of an application, counts after 400
/// days, uses of secrets after 2 days, and batches after 7; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    delete_stale_but(portal, MAX_CALLS).await
}

pub(super) async fn delete_stale_but(portal: &Portal, most_calls: u64) -> Result<(), DbErr> {
    let (db, now) = (&portal.db, portal.now());
    let calls = call::Column::At.lt(now - CALLS_KEPT);
    cleanup::delete::<call::Entity>(db, calls.into_condition()).await?;
    let hours = use_hour::Column::Hour.lt(now - HOURS_KEPT);
    cleanup::delete::<use_hour::Entity>(db, hours.into_condition()).await?;
    credentials::delete_uses_before(db, now - SECRET_USES_KEPT).await?;
    let batches = use_batch::Column::At.lt(now - BATCHES_KEPT);
    cleanup::delete::<use_batch::Entity>(db, batches.into_condition()).await?;
    let most = i64::try_from(most_calls).unwrap_or(i64::MAX);
    let busy: Vec<ApplicationId> = call::Entity::find()
        .select_only()
        .column(call::Column::ApplicationId)
        .group_by(call::Column::ApplicationId)
        .having(call::Column::Id.count().gt(most))
        .into_tuple()
        .all(db.reader())
        .await?;
    for application in busy {
        delete_all_but(db, application, most_calls).await?;
    }
    Ok(())
}

async fn delete_all_but(db: &Db, application: ApplicationId, most: u64) -> Result<(), DbErr> {
    let own = call::Column::ApplicationId.eq(application);
    let oldest_kept = call::Entity::find()
        .filter(own.clone())
        .order_by_desc(call::Column::At)
        .order_by_desc(call::Column::Id)
        .offset(most.saturating_sub(1))
        .one(db.reader())
        .await?;
    let Some(oldest) = oldest_kept else {
        return Ok(());
    };
    let older = Condition::all()
        .add(own)
        .add(call::Column::At.lt(oldest.at));
    cleanup::delete::<call::Entity>(db, older).await
}
