//! Notifies a group when its application has used a certain share of its quota, once for each mark.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    ledger::{BATCH_SIZE, calls},
    terms::percent,
};
use crate::{
    Portal, Scope,
    clock::Timestamp,
    entities::{quota, quota_lease, quota_notice},
    ids::QuotaId,
    jobs::{self, EventSubject, Job, Mail},
    vocabulary::EventKind,
};

/// The marks in percent of a quota.
pub(super) const MARKS: [u8; 4] = [50, 80, 90, 100];

/// A quota and its use.
pub(super) struct QuotaStatus {
    pub quota: quota::Model,
    pub used: u64,
}

impl QuotaStatus {
    /// The calls that no instance holds.
    pub fn free(&self) -> u64 {
        calls(self.quota.calls - self.quota.granted)
    }

    fn percent(&self) -> u64 {
        percent(self.used, calls(self.quota.calls))
    }

    fn passed(&self) -> impl Iterator<Item = u8> {
        let percent = self.percent();
        MARKS
            .into_iter()
            .filter(move |mark| u64::from(*mark) <= percent)
    }

    /// Whether the quota belongs to a plan. Groups are not notified of a sandbox credential's
    /// quota, which begins anew the next day.
    fn is_of_a_plan(&self) -> bool {
        self.quota.subject_id.0 == self.quota.application_id.0
    }
}

/// The use of a quota.
pub struct QuotaUse {
    pub used: u64,
    pub calls: u64,
    /// The period for which it is counted.
    pub starts_at: Timestamp,
    pub ends_at: Option<Timestamp>,
}

impl QuotaUse {
    /// Whether this share is used, in a period that is not over.
    #[must_use]
    pub fn is_beyond(&self, mark: u8, now: Timestamp) -> bool {
        let runs = self.ends_at.is_none_or(|end| now < end);
        runs && percent(self.used, self.calls) >= u64::from(mark)
    }
}

/// The use of a quota when it was last spent; `None` if it was never used.
///
/// # Errors
/// When the database cannot be read.
pub async fn quota_use(scope: &Scope, quota: QuotaId) -> Result<Option<QuotaUse>, DbErr> {
    let found = statuses(scope.portal.db.reader(), &[quota]).await?.pop();
    Ok(found.map(|status| QuotaUse {
        used: status.used,
        calls: calls(status.quota.calls),
        starts_at: status.quota.starts_at,
        ends_at: status.quota.ends_at,
    }))
}

/// The states of these quotas.
pub(super) async fn statuses(
    db: &impl ConnectionTrait,
    subjects: &[QuotaId],
) -> Result<Vec<QuotaStatus>, DbErr> {
    let mut statuses = Vec::with_capacity(subjects.len());
    for some in subjects.chunks(BATCH_SIZE) {
        let unspent = unspent(db, some).await?;
        let quotas = quota::Entity::find()
            .filter(quota::Column::SubjectId.is_in(some.iter().copied()))
            .all(db)
            .await?;
        statuses.extend(quotas.into_iter().map(|quota| {
            let unspent = unspent.get(&quota.subject_id).copied().unwrap_or_default();
            let used = calls(quota.granted - unspent);
            QuotaStatus { quota, used }
        }));
    }
    Ok(statuses)
}

/// The calls that instances hold and have not spent.
async fn unspent(
    db: &impl ConnectionTrait,
    subjects: &[QuotaId],
) -> Result<BTreeMap<QuotaId, i64>, DbErr> {
    let held = Expr::col(quota_lease::Column::Granted).sub(Expr::col(quota_lease::Column::Used));
    let rows: Vec<(QuotaId, i64)> = quota_lease::Entity::find()
        .select_only()
        .column(quota_lease::Column::SubjectId)
        .column_as(held.sum().cast_as("bigint"), "unspent")
        .filter(quota_lease::Column::SubjectId.is_in(subjects.iter().copied()))
        .group_by(quota_lease::Column::SubjectId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Notifies groups of marks that were passed since the last time; returns the states of the quotas.
pub(super) async fn notify(
    portal: &Arc<Portal>,
    quotas: &BTreeSet<QuotaId>,
) -> Result<Vec<QuotaStatus>, DbErr> {
    let subjects: Vec<_> = quotas.iter().copied().collect();
    // The writer reads what was just committed.
    let statuses = statuses(portal.db.writer(), &subjects).await?;
    let passed = |it: &&QuotaStatus| it.is_of_a_plan() && it.passed().next().is_some();
    for status in statuses.iter().filter(passed) {
        notify_group(portal, status).await?;
    }
    Ok(statuses)
}

/// Queues one mail for the highest mark that no instance has notified the group of.
async fn notify_group(portal: &Arc<Portal>, status: &QuotaStatus) -> Result<(), DbErr> {
    let subject = status.quota.subject_id;
    let notices = quota_notice::Entity::find()
        .filter(quota_notice::Column::SubjectId.eq(subject))
        .all(portal.db.reader())
        .await?;
    let is_notified = |mark: &u8| {
        notices
            .iter()
            .any(|notice| notice.percent == i32::from(*mark))
    };
    let news: Vec<_> = status.passed().filter(|mark| !is_notified(mark)).collect();
    if news.is_empty() {
        return Ok(());
    }
    let transaction = portal.db.begin().await?;
    let mut highest = None;
    for mark in news {
        // Of several instances that see the mark passed, one inserts the row.
        if is_first(&transaction, portal, subject, mark).await? {
            highest = Some(mark);
        }
    }
    if let Some(percent) = highest {
        let application = status.quota.application_id;
        let mail = Job::Mail(Mail::QuotaMark {
            application,
            percent,
        });
        let scope = Scope::system(Arc::clone(portal));
        jobs::enqueue(&transaction, &scope, &mail).await?;
        let about = EventSubject::Quota {
            application,
            percent,
        };
        jobs::notify(&transaction, &scope, EventKind::QuotaReached, about).await?;
    }
    transaction.commit().await
}

async fn is_first(
    transaction: &impl ConnectionTrait,
    portal: &Portal,
    subject: QuotaId,
    mark: u8,
) -> Result<bool, DbErr> {
    let notice = quota_notice::ActiveModel {
        subject_id: Set(subject),
        percent: Set(mark.into()),
        at: Set(portal.now()),
    };
    let same = [
        quota_notice::Column::SubjectId,
        quota_notice::Column::Percent,
    ];
    let inserted = quota_notice::Entity::insert(notice)
        .on_conflict(OnConflict::columns(same).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}
