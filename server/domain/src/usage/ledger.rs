//! The rows of quotas and leases. They are locked in one order, quotas before leases and each by
//! their identifiers, so that instances do not deadlock.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{CaseStatement, Expr, ExprTrait, LockType},
};

pub(super) use crate::store::bulk::{BATCH_SIZE, CASES_AT_ONCE, stored};
use crate::{
    entities::{quota, quota_lease},
    ids::{InstanceId, QuotaId},
};

/// A stored number of calls, which is never negative.
pub(super) fn calls(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or_default()
}

/// Locks quotas for everybody but readers. Rows that refer to them may be inserted and deleted.
pub(super) async fn lock_quotas(
    transaction: &impl ConnectionTrait,
    subjects: &[QuotaId],
) -> Result<Vec<quota::Model>, DbErr> {
    quota::Entity::find()
        .filter(quota::Column::SubjectId.is_in(subjects.iter().copied()))
        .order_by_asc(quota::Column::SubjectId)
        .lock(LockType::NoKeyUpdate)
        .all(transaction)
        .await
}

/// Locks the leases of `which`.
pub(super) async fn lock_leases(
    transaction: &impl ConnectionTrait,
    which: Condition,
) -> Result<Vec<quota_lease::Model>, DbErr> {
    quota_lease::Entity::find()
        .filter(which)
        .order_by_asc(quota_lease::Column::SubjectId)
        .order_by_asc(quota_lease::Column::InstanceId)
        .lock(LockType::Update)
        .all(transaction)
        .await
}

/// The leases of one instance.
pub(super) fn leases_of(
    instance: InstanceId,
    subjects: impl Iterator<Item = QuotaId>,
) -> Condition {
    Condition::all()
        .add(quota_lease::Column::InstanceId.eq(instance))
        .add(quota_lease::Column::SubjectId.is_in(subjects))
}

/// Gives back calls of each quota, or charges them where the number is negative. The quotas must be
/// locked.
pub(super) async fn give_back(
    transaction: &impl ConnectionTrait,
    unspent: &BTreeMap<QuotaId, i64>,
) -> Result<(), DbErr> {
    let granted = || Expr::col(quota::Column::Granted);
    let changed = unspent.iter().filter(|(_, calls)| **calls != 0);
    let changed: Vec<_> = changed.collect();
    for some in changed.chunks(CASES_AT_ONCE) {
        let less = some
            .iter()
            .fold(CaseStatement::new(), |case, (subject, calls)| {
                case.case(quota::Column::SubjectId.eq(**subject), **calls)
            });
        quota::Entity::update_many()
            .col_expr(quota::Column::Granted, granted().sub(less.finally(0_i64)))
            .filter(quota::Column::SubjectId.is_in(some.iter().map(|(subject, _)| **subject)))
            .exec(transaction)
            .await?;
    }
    Ok(())
}

/// Deletes these leases.
pub(super) async fn delete_leases(
    transaction: &impl ConnectionTrait,
    leases: &[quota_lease::Model],
) -> Result<(), DbErr> {
    for some in leases.chunks(BATCH_SIZE) {
        let these = some.iter().fold(Condition::any(), |these, lease| {
            let this = Condition::all()
                .add(quota_lease::Column::SubjectId.eq(lease.subject_id))
                .add(quota_lease::Column::InstanceId.eq(lease.instance_id));
            these.add(this)
        });
        quota_lease::Entity::delete_many()
            .filter(these)
            .exec(transaction)
            .await?;
    }
    Ok(())
}
