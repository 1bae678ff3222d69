//! Writing down what was counted: additive statements of many rows each, in the order of their
//! keys, so that instances that write at the same time never wait for each other in a ring.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    mem,
};

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
    sea_query::{CaseStatement, Expr, ExprTrait, LockType, OnConflict},
};

use super::{
    CallRecord,
    counts::{Counts, HourKey, SecretUse},
    leases::Holding,
    ledger::{BATCH_SIZE, CASES_AT_ONCE, leases_of, lock_leases, stored},
};
use crate::{
    clock::Timestamp,
    entities::{call, quota_lease, secret, secret_use, use_hour},
    ids::{ApplicationId, InstanceId, QuotaId, SecretId},
    requests,
};

/// Writes how far leases are used. Those that others took back are left out, and told.
pub(super) async fn leases(
    transaction: &impl ConnectionTrait,
    instance: InstanceId,
    holdings: &[Holding],
    now: Timestamp,
) -> Result<HashSet<QuotaId>, DbErr> {
    let mut lost = HashSet::new();
    for some in holdings.chunks(CASES_AT_ONCE) {
        let which = leases_of(instance, some.iter().map(|it| it.terms.quota));
        let rows = lock_leases(transaction, which.clone()).await?;
        let there: HashSet<_> = rows.into_iter().map(|row| row.subject_id).collect();
        lost.extend(
            some.iter()
                .map(|it| it.terms.quota)
                .filter(|it| !there.contains(it)),
        );
        let used = some.iter().fold(CaseStatement::new(), |case, holding| {
            let same = quota_lease::Column::SubjectId.eq(holding.terms.quota);
            case.case(same, stored(holding.used))
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

/// Writes counts. Those of applications and secrets that are gone are dropped.
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
    secrets(transaction, &counts.secrets).await
}

/// Those of the applications that called that there are, or are asked for.
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

/// Inserts rows, a few hundred in each statement.
async fn insert<A: ActiveModelTrait>(
    transaction: &impl ConnectionTrait,
    mut rows: Vec<A>,
    again: OnConflict,
) -> Result<(), DbErr> {
    while !rows.is_empty() {
        let rest = rows.split_off(Ord::min(rows.len(), BATCH_SIZE));
        A::Entity::insert_many(mem::replace(&mut rows, rest))
            .on_conflict(again.clone())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

async fn secrets(
    transaction: &impl ConnectionTrait,
    used: &HashMap<SecretId, SecretUse>,
) -> Result<(), DbErr> {
    let used: BTreeMap<_, _> = used.iter().collect();
    let ids: Vec<_> = used.keys().copied().copied().collect();
    for some in ids.chunks(CASES_AT_ONCE) {
        let there: Vec<SecretId> = secret::Entity::find()
            .select_only()
            .column(secret::Column::Id)
            .filter(secret::Column::Id.is_in(some.iter().copied()))
            .order_by_asc(secret::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .into_tuple()
            .all(transaction)
            .await?;
        let there: Vec<_> = there.iter().map(|id| (*id, used[id])).collect();
        last_uses(transaction, &there).await?;
        periods(transaction, &there).await?;
    }
    Ok(())
}

async fn last_uses(
    transaction: &impl ConnectionTrait,
    used: &[(SecretId, &SecretUse)],
) -> Result<(), DbErr> {
    if used.is_empty() {
        return Ok(());
    }
    let (mut more, mut last) = (CaseStatement::new(), CaseStatement::new());
    for (id, used) in used {
        let same = secret::Column::Id.eq(*id);
        let later = secret::Column::LastUsedAt
            .is_null()
            .or(secret::Column::LastUsedAt.lt(used.last_used_at));
        more = more.case(same.clone(), stored(used.uses()));
        last = last.case(same.and(later), used.last_used_at);
    }
    let sum = Expr::col(secret::Column::Uses).add(more);
    let last = last.finally(Expr::col(secret::Column::LastUsedAt));
    secret::Entity::update_many()
        .col_expr(secret::Column::Uses, sum)
        .col_expr(secret::Column::LastUsedAt, last.into())
        .filter(secret::Column::Id.is_in(used.iter().map(|(id, _)| *id)))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn periods(
    transaction: &impl ConnectionTrait,
    used: &[(SecretId, &SecretUse)],
) -> Result<(), DbErr> {
    let mut rows = BTreeMap::new();
    for (id, used) in used {
        rows.extend(
            used.periods
                .iter()
                .map(|(period, uses)| ((*id, *period), *uses)),
        );
    }
    let rows = rows
        .into_iter()
        .map(|((secret, period), uses)| secret_use::ActiveModel {
            secret_id: Set(secret),
            period: Set(period),
            uses: Set(stored(uses)),
        })
        .collect();
    let sum = Expr::col((secret_use::Entity, secret_use::Column::Uses))
        .add(Expr::col(("excluded", secret_use::Column::Uses)));
    let mut more = OnConflict::columns([secret_use::Column::SecretId, secret_use::Column::Period]);
    more.value(secret_use::Column::Uses, sum);
    insert(transaction, rows, more).await
}
