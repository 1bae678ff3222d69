//! Giving back what was not spent: by an instance that stops or no longer needs it, and by the
//! others for one that died.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{
    leases::Holding,
    ledger::{AT_ONCE, delete_leases, give_back, leases_of, lock_leases, lock_quotas, stored},
};
use crate::{
    Portal,
    clock::Timestamp,
    entities::quota_lease,
    ids::{InstanceId, QuotaId},
};

/// An instance that was not heard of for so long is taken for dead.
pub(super) const DEAD_AFTER: TimeDelta = TimeDelta::seconds(15);

/// How many quotas are dealt with in one transaction.
const QUOTAS_AT_ONCE: u64 = 500;

#[derive(FromQueryResult)]
struct Subject {
    subject_id: QuotaId,
}

/// Gives back what this instance did not spend of leases that ended. What it spent of those that
/// others took back meanwhile is charged.
pub(super) async fn settle(
    portal: &Portal,
    instance: InstanceId,
    ended: &[Holding],
) -> Result<(), DbErr> {
    for some in ended.chunks(AT_ONCE) {
        let subjects: Vec<_> = some.iter().map(|it| it.terms.quota).collect();
        let transaction = portal.db.begin().await?;
        let quotas = lock_quotas(&transaction, &subjects).await?;
        let rows = lock_leases(&transaction, leases_of(instance, subjects.into_iter())).await?;
        let granted: BTreeMap<_, _> = rows
            .iter()
            .map(|row| (row.subject_id, row.granted))
            .collect();
        let periods: BTreeMap<_, _> = quotas
            .iter()
            .map(|it| (it.subject_id, it.starts_at))
            .collect();
        let mut unspent = BTreeMap::new();
        for holding in some {
            let quota = holding.terms.quota;
            if periods.get(&quota) == Some(&holding.period) {
                let calls = match granted.get(&quota) {
                    Some(granted) => granted - stored(holding.used),
                    None => -stored(holding.used - holding.written),
                };
                unspent.insert(quota, calls);
            }
        }
        give_back(&transaction, &unspent).await?;
        delete_leases(&transaction, &rows).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Gives back what dead instances did not spend, as far as they wrote it down; of one quota, or
/// of all. Which quotas there is more of.
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
