//! Gives back unspent calls of an instance that stops or does not need them, and takes back those
//! of a dead one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};

use super::{
    lease::Lease,
    ledger::{delete_leases, give_back, leases_of, lock_leases, lock_quotas, stored},
};
use crate::{
    Portal,
    clock::Timestamp,
    entities::{quota, quota_lease},
    ids::{InstanceId, QuotaId},
};

/// After this time without an update, an instance counts as dead.
pub(super) const DEAD_AFTER: TimeDelta = TimeDelta::seconds(15);

/// The number of quotas in one transaction.
const QUOTAS_AT_ONCE: u64 = 500;

#[derive(FromQueryResult)]
struct Subject {
    subject_id: QuotaId,
}

/// Corrects leases that were last updated in the future, which would count as alive until then;
/// returns their number.
pub(crate) async fn correct_future_times(portal: &Portal) -> Result<u64, DbErr> {
    let now = portal.now();
    let corrected = quota_lease::Entity::update_many()
        .col_expr(quota_lease::Column::RefreshedAt, Expr::value(now))
        .filter(quota_lease::Column::RefreshedAt.gt(now + DEAD_AFTER))
        .exec(portal.db.writer())
        .await?;
    Ok(corrected.rows_affected)
}

/// Gives back what this instance did not spend of ended leases, of at most
/// [`BATCH_SIZE`](super::ledger::BATCH_SIZE) of them: of all, or with an error of none. The use of
/// leases that others took back meanwhile is charged.
pub(super) async fn settle(
    portal: &Portal,
    instance: InstanceId,
    ended: &[Lease],
) -> Result<(), DbErr> {
    let subjects: Vec<_> = ended.iter().map(|it| it.terms.quota).collect();
    let transaction = portal.db.begin().await?;
    let quotas = lock_quotas(&transaction, &subjects).await?;
    let rows = lock_leases(&transaction, leases_of(instance, subjects.into_iter())).await?;
    give_back(&transaction, &unspent(ended, &quotas, &rows)).await?;
    delete_leases(&transaction, &rows).await?;
    transaction.commit().await
}

/// The unspent calls of leases by quota; negative where calls are still to be charged. A lease of a
/// past period has none.
fn unspent(
    ended: &[Lease],
    quotas: &[quota::Model],
    rows: &[quota_lease::Model],
) -> BTreeMap<QuotaId, i64> {
    let periods = quotas.iter().map(|it| (it.subject_id, it.starts_at));
    let periods: BTreeMap<_, _> = periods.collect();
    let granted = rows.iter().map(|row| (row.subject_id, row.granted));
    let granted: BTreeMap<_, _> = granted.collect();
    let still_run = |it: &&Lease| periods.get(&it.terms.quota) == Some(&it.period);
    let left = |it: &Lease| match granted.get(&it.terms.quota) {
        Some(granted) => granted - stored(it.used),
        None => -stored(it.used - it.written),
    };
    let ended = ended.iter().filter(still_run);
    ended.map(|it| (it.terms.quota, left(it))).collect()
}

/// Takes back what dead instances did not spend, as far as they wrote it, of one quota or of all.
/// Returns the quotas that have more calls now.
pub(super) async fn reclaim(
    portal: &Portal,
    instance: InstanceId,
    of: Option<QuotaId>,
) -> Result<BTreeSet<QuotaId>, DbErr> {
    let dead = dead(instance, portal.now());
    let mut query = quota_lease::Entity::find()
        .select_only()
        .column(quota_lease::Column::SubjectId)
        .distinct()
        .filter(dead.clone());
    if let Some(quota) = of {
        query = query.filter(quota_lease::Column::SubjectId.eq(quota));
    }
    let found: Vec<Subject> = query
        .order_by_asc(quota_lease::Column::SubjectId)
        .limit(QUOTAS_AT_ONCE)
        .into_model()
        .all(portal.db.reader())
        .await?;
    let subjects: Vec<_> = found.iter().map(|found| found.subject_id).collect();
    if subjects.is_empty() {
        return Ok(BTreeSet::new());
    }
    let transaction = portal.db.begin().await?;
    lock_quotas(&transaction, &subjects).await?;
    let these = quota_lease::Column::SubjectId.is_in(subjects.iter().copied());
    let rows = lock_leases(&transaction, dead.add(these)).await?;
    let mut unspent = BTreeMap::new();
    for row in &rows {
        *unspent.entry(row.subject_id).or_default() += row.granted - row.used;
    }
    give_back(&transaction, &unspent).await?;
    delete_leases(&transaction, &rows).await?;
    transaction.commit().await?;
    Ok(unspent.into_keys().collect())
}

fn dead(instance: InstanceId, now: Timestamp) -> Condition {
    Condition::all()
        .add(quota_lease::Column::RefreshedAt.lte(now - DEAD_AFTER))
        .add(quota_lease::Column::InstanceId.ne(instance))
}
