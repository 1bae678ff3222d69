//! Writes counts by additive statements of many rows, in the order of their keys, so that instances
//! that write at the same time do not deadlock.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{CaseStatement, Expr, ExprTrait, OnConflict},
};

use super::{
    CallRecord,
    counts::{Counts, HourKey},
    lease::Lease,
    ledger::{BATCH_SIZE, CASES_AT_ONCE, leases_of, lock_leases, stored},
};
use crate::{
    clock::Timestamp,
    credentials,
    entities::{call, quota_lease, use_hour},
    ids::{ApplicationId, InstanceId, QuotaId},
    requests,
    store::bulk::insert,
};

/// Writes the use of leases. Returns those that others took back, which are left out.
pub(super) async fn leases(
    transaction: &impl ConnectionTrait,
    instance: InstanceId,
    leases: &[Lease],
    now: Timestamp,
) -> Result<HashSet<QuotaId>, DbErr> {
    let mut lost = HashSet::new();
    for some in leases.chunks(CASES_AT_ONCE) {
        let which = leases_of(instance, some.iter().map(|it| it.terms.quota));
        let rows = lock_leases(transaction, which.clone()).await?;
        let there: HashSet<_> = rows.into_iter().map(|row| row.subject_id).collect();
        lost.extend(
            some.iter()
                .map(|it| it.terms.quota)
                .filter(|it| !there.contains(it)),
        );
        let used = some.iter().fold(CaseStatement::new(), |case, lease| {
            let same = quota_lease::Column::SubjectId.eq(lease.terms.quota);
            case.case(same, stored(lease.used))
        });
        quota_lease::Entity::update_many()
            .col_expr(quota_lease::Column::Used, used.into())
            .col_expr(quota_lease::Column::RefreshedAt, Expr::value(now))
            .filter(which)
            .exec(transaction)
            .await?;
    }
    Ok(lost)
}

/// Writes counts. Counts of deleted applications and secrets are dropped.
pub(super) async fn counts(
    transaction: &impl ConnectionTrait,
    counts: &Counts,
) -> Result<(), DbErr> {
    let known = applications(transaction, &counts.hours).await?;
    let hours: BTreeMap<_, _> = counts.hours.iter().collect();
    let rows = hours
        .into_iter()
        .filter(|(key, _)| known.contains(&key.application))
        .map(|(key, calls)| hour(key, *calls))
        .collect();
    self::hours(transaction, rows).await?;

    let latest = counts.latest_of(&known).into_iter().map(row);
    calls(transaction, latest.collect()).await?;
    credentials::add_uses(transaction, &counts.secrets).await
}

/// Those of the calling applications that exist or are requested.
async fn applications(
    transaction: &impl ConnectionTrait,
    hours: &HashMap<HourKey, u64>,
) -> Result<HashSet<ApplicationId>, DbErr> {
    let ids: BTreeSet<_> = hours.keys().map(|key| key.application).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let mut known = HashSet::new();
    for some in ids.chunks(BATCH_SIZE) {
        known.extend(requests::known(transaction, some).await?);
    }
    Ok(known)
}

fn hour(key: &HourKey, calls: u64) -> use_hour::ActiveModel {
    use_hour::ActiveModel {
        application_id: Set(key.application),
        hour: Set(key.hour),
        kind: Set(key.kind),
        status: Set(key.status.into()),
        latency: Set(i32::try_from(key.latency).unwrap_or(i32::MAX)),
        calls: Set(stored(calls)),
    }
}

async fn hours(
    transaction: &impl ConnectionTrait,
    rows: Vec<use_hour::ActiveModel>,
) -> Result<(), DbErr> {
    let same = [
        use_hour::Column::ApplicationId,
        use_hour::Column::Hour,
        use_hour::Column::Kind,
        use_hour::Column::Status,
        use_hour::Column::Latency,
    ];
    let sum = Expr::col((use_hour::Entity, use_hour::Column::Calls))
        .add(Expr::col(("excluded", use_hour::Column::Calls)));
    let mut more = OnConflict::columns(same);
    more.value(use_hour::Column::Calls, sum);
    insert(transaction, rows, more).await
}

fn row(call: &CallRecord) -> call::ActiveModel {
    call::ActiveModel {
        id: Set(call.id),
        application_id: Set(call.application),
        kind: Set(call.kind),
        at: Set(call.at),
        method: Set(call.method.clone()),
        path: Set(call.path.clone()),
        status: Set(call.status.into()),
        code: Set(call.code.clone()),
        field: Set(call.field.clone()),
        micros: Set(i64::try_from(call.elapsed.as_micros()).unwrap_or(i64::MAX)),
    }
}

async fn calls(
    transaction: &impl ConnectionTrait,
    rows: Vec<call::ActiveModel>,
) -> Result<(), DbErr> {
    let mut once = OnConflict::column(call::Column::Id);
    once.do_nothing();
    insert(transaction, rows, once).await
}
