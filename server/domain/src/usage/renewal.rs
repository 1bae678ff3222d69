//! Renews leases in the database. The limit holds by one conditional UPDATE: the calls granted to
//! all instances together never exceed it.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    Terms,
    lease::{Lease, Renewal, first_wanted},
    ledger::{calls, lock_quotas, stored},
    terms::percent,
};
use crate::{
    Portal,
    clock::Timestamp,
    db::Transaction,
    entities::{quota, quota_lease, quota_notice},
    ids::InstanceId,
};

/// Asks for as many calls as a few seconds need, and for few when few are left, so that no instance
/// holds all of the last ones.
pub(super) async fn renew(
    portal: &Portal,
    instance: InstanceId,
    terms: &Terms,
    lease: Option<Lease>,
) -> Result<Renewal, DbErr> {
    let renewer = Renewer::now(portal, instance);
    let transaction = portal.db.begin().await?;
    let renewal = renewer.renew(&transaction, terms, lease).await?;
    transaction.commit().await?;
    Ok(renewal)
}

/// Renews several leases in one transaction, in the order of their quotas.
pub(super) async fn renew_all(
    portal: &Portal,
    instance: InstanceId,
    leases: &[Lease],
) -> Result<Vec<Renewal>, DbErr> {
    let renewer = Renewer::now(portal, instance);
    let transaction = portal.db.begin().await?;
    let mut all = Vec::with_capacity(leases.len());
    for lease in leases {
        let (terms, lease) = (&lease.terms, Some(*lease));
        all.push(renewer.renew(&transaction, terms, lease).await?);
    }
    transaction.commit().await?;
    Ok(all)
}

/// The instance that renews, and the time, which is read before the transaction may have to wait.
struct Renewer {
    instance: InstanceId,
    at: Timestamp,
}

impl Renewer {
    fn now(portal: &Portal, instance: InstanceId) -> Self {
        let at = portal.now();
        Self { instance, at }
    }

    async fn renew(
        &self,
        transaction: &Transaction,
        terms: &Terms,
        lease: Option<Lease>,
    ) -> Result<Renewal, DbErr> {
        let quota = current(transaction, terms).await?;
        let lease = lease.filter(|it| it.period == quota.starts_at);
        let row = quota_lease::Entity::find_by_id((terms.quota, self.instance))
            .one(transaction)
            .await?;
        let before = PreviousLease::of(lease, row.as_ref());

        // The use of a lease that others took back meanwhile is charged, even beyond the limit.
        let granted = calls(quota.granted) + before.owed();
        let left = terms.calls.saturating_sub(granted);
        let wanted = lease.map_or_else(first_wanted, |it| it.wanted(self.at));
        let asked = Ord::min(wanted, left.div_ceil(4));
        grant(transaction, terms, before.owed(), asked).await?;

        let renewed = Renewal {
            asked_at: self.at,
            period: quota.starts_at,
            granted: before.granted + before.owed() + asked,
            settled: before.settled,
            written: before.used,
            free: left - asked,
            asked,
        };
        self.write_lease(transaction, terms, &renewed).await?;
        Ok(renewed)
    }

    /// Writes the renewed lease into its row.
    async fn write_lease(
        &self,
        transaction: &Transaction,
        terms: &Terms,
        renewed: &Renewal,
    ) -> Result<(), DbErr> {
        let lease = quota_lease::ActiveModel {
            subject_id: Set(terms.quota),
            instance_id: Set(self.instance),
            granted: Set(stored(renewed.granted)),
            used: Set(stored(renewed.written)),
            refreshed_at: Set(renewed.asked_at),
        };
        let same = [
            quota_lease::Column::SubjectId,
            quota_lease::Column::InstanceId,
        ];
        let news = [
            quota_lease::Column::Granted,
            quota_lease::Column::Used,
            quota_lease::Column::RefreshedAt,
        ];
        quota_lease::Entity::insert(lease)
            .on_conflict(OnConflict::columns(same).update_columns(news).to_owned())
            .exec_without_returning(transaction)
            .await?;
        Ok(())
    }
}

/// A lease before its renewal.
struct PreviousLease {
    /// The calls granted in the row; zero without a row.
    granted: u64,
    /// The calls that count against it.
    used: u64,
    /// The use that was settled when others took the lease back.
    settled: u64,
}

impl PreviousLease {
    fn of(lease: Option<Lease>, row: Option<&quota_lease::Model>) -> Self {
        let known = row.map_or(0, |row| calls(row.used));
        let used = lease.map_or(known, |it| it.used);
        let settled = match row {
            Some(_) => 0,
            None => lease.map_or(0, |it| it.written),
        };
        Self {
            granted: row.map_or(0, |row| calls(row.granted)),
            used: used - settled,
            settled,
        }
    }

    fn owed(&self) -> u64 {
        self.used.saturating_sub(self.granted)
    }
}

/// The locked row of the quota, inserted if there is none, and updated to the terms.
async fn current(transaction: &Transaction, terms: &Terms) -> Result<quota::Model, DbErr> {
    let quota = locked(transaction, terms).await?;
    if quota.starts_at < terms.starts_at {
        return start_period(transaction, quota, terms).await;
    }
    // An instance whose clock is behind may still use terms that have ended.
    let is_over = terms.ends_at.is_some_and(|end| end <= quota.starts_at);
    let same = quota.calls == stored(terms.calls) && quota.ends_at == terms.ends_at;
    if same || is_over {
        return Ok(quota);
    }
    if quota.calls < stored(terms.calls) {
        forget_marks_above(transaction, &quota, terms).await?;
    }
    let row = quota::ActiveModel {
        calls: Set(stored(terms.calls)),
        ends_at: Set(terms.ends_at),
        ..Default::default()
    };
    change(transaction, quota, row).await
}

async fn locked(transaction: &Transaction, terms: &Terms) -> Result<quota::Model, DbErr> {
    if let Some(quota) = lock_quotas(transaction, &[terms.quota]).await?.pop() {
        return Ok(quota);
    }
    let first = quota::ActiveModel {
        subject_id: Set(terms.quota),
        application_id: Set(terms.application),
        calls: Set(stored(terms.calls)),
        starts_at: Set(terms.starts_at),
        ends_at: Set(terms.ends_at),
        granted: Set(0),
    };
    let once = OnConflict::column(quota::Column::SubjectId)
        .do_nothing()
        .to_owned();
    quota::Entity::insert(first)
        .on_conflict(once)
        .exec_without_returning(transaction)
        .await?;
    let made = lock_quotas(transaction, &[terms.quota]).await?.pop();
    made.ok_or_else(|| DbErr::RecordNotFound(format!("quota {}", terms.quota)))
}

/// Begins a new period, for which no use of the last one counts.
async fn start_period(
    transaction: &Transaction,
    quota: quota::Model,
    terms: &Terms,
) -> Result<quota::Model, DbErr> {
    quota_lease::Entity::delete_many()
        .filter(quota_lease::Column::SubjectId.eq(terms.quota))
        .exec(transaction)
        .await?;
    quota_notice::Entity::delete_many()
        .filter(quota_notice::Column::SubjectId.eq(terms.quota))
        .exec(transaction)
        .await?;
    let row = quota::ActiveModel {
        calls: Set(stored(terms.calls)),
        starts_at: Set(terms.starts_at),
        ends_at: Set(terms.ends_at),
        granted: Set(0),
        ..Default::default()
    };
    change(transaction, quota, row).await
}

/// A higher limit puts passed marks ahead again.
async fn forget_marks_above(
    transaction: &Transaction,
    quota: &quota::Model,
    terms: &Terms,
) -> Result<(), DbErr> {
    let reached = percent(calls(quota.granted), terms.calls);
    quota_notice::Entity::delete_many()
        .filter(quota_notice::Column::SubjectId.eq(terms.quota))
        .filter(quota_notice::Column::Percent.gt(stored(reached)))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn change(
    transaction: &Transaction,
    quota: quota::Model,
    row: quota::ActiveModel,
) -> Result<quota::Model, DbErr> {
    quota::Entity::update_many()
        .set(row)
        .filter(quota::Column::SubjectId.eq(quota.subject_id))
        .exec(transaction)
        .await?;
    let changed = lock_quotas(transaction, &[quota.subject_id]).await?.pop();
    Ok(changed.unwrap_or(quota))
}

/// Grants the owed calls in any case, and the requested ones as far as they are left.
async fn grant(
    transaction: &impl ConnectionTrait,
    terms: &Terms,
    owed: u64,
    asked: u64,
) -> Result<(), DbErr> {
    if owed == 0 && asked == 0 {
        return Ok(());
    }
    let after = || Expr::col(quota::Column::Granted).add(stored(owed + asked));
    let mut granting = quota::Entity::update_many()
        .col_expr(quota::Column::Granted, after())
        .filter(quota::Column::SubjectId.eq(terms.quota));
    if asked > 0 {
        granting = granting.filter(after().lte(stored(terms.calls)));
    }
    match granting.exec(transaction).await?.rows_affected {
        1 => Ok(()),
        // The row is locked, so nobody else can have changed it.
        _ => Err(DbErr::RecordNotUpdated),
    }
}
