//! Claims jobs of the queue. A claim is a lease, renewed while the job runs. A worker that stops
//! renewing loses the job to the next claim, so a dead worker blocks nothing. The number of
//! attempts tells the leases of a job apart.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, ExprTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};

use super::{Job, JobState, Lane, administration::kind};
use crate::{
    Portal,
    clock::Timestamp,
    db::Transaction,
    entities::job::{Column, Entity, Model},
    ids::{InstanceId, JobId},
};

/// How long a lease lasts unless it is renewed.
const LEASE: Duration = Duration::from_secs(30);
/// Short enough that some renewals may fail or wait before a lease is lost.
pub const RENEW_EVERY: Duration = Duration::from_secs(5);
/// A job that loses its worker this often is taken for the cause, and given up.
const MAX_LOSSES: i32 = 24;

/// A job that this worker has claimed.
pub struct ClaimedJob {
    pub id: JobId,
    /// The number of attempts, this one included.
    pub(super) attempts: i32,
    pub(super) give_up_at: Timestamp,
    payload: String,
}

impl ClaimedJob {
    /// The content of the job; `None` when another version of the portal wrote it.
    pub fn job(&self) -> Option<Job> {
        serde_json::from_str(&self.payload).ok()
    }

    /// As in `registration_link`.
    pub fn kind(&self) -> String {
        kind(&self.payload)
    }
}

/// Claims up to `at_most` due jobs of a lane, the longest due first. Concurrent workers never claim
/// the same job: on `PostgreSQL` they skip each other's locked rows, on `SQLite` one waits for the
/// other.
pub async fn claim(
    portal: &Portal,
    instance: InstanceId,
    lane: Lane,
    at_most: u64,
) -> Result<Vec<ClaimedJob>, DbErr> {
    let transaction = portal.db.begin().await?;
    let now = portal.now();
    give_up_crashing(&transaction, now).await?;
    let due = Entity::find()
        .filter(Column::Lane.eq(lane))
        .filter(Column::State.is_in([JobState::Queued, JobState::Running]))
        .filter(Column::RunAt.lte(now))
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .limit(at_most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(&transaction)
        .await?;
    let (lost, fresh): (Vec<_>, Vec<_>) =
        due.iter().partition(|job| job.state == JobState::Running);
    lease(&transaction, instance, &fresh, 0, now).await?;
    lease(&transaction, instance, &lost, 1, now).await?;
    transaction.commit().await?;
    Ok(due.into_iter().map(ClaimedJob::from).collect())
}

/// Gives up jobs that ended their worker too often.
async fn give_up_crashing(transaction: &Transaction, now: Timestamp) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(JobState::Dead))
        .col_expr(Column::LastError, Expr::value("the worker stopped"))
        .filter(Column::State.eq(JobState::Running))
        .filter(Column::RunAt.lte(now))
        .filter(Column::TimesLost.gte(MAX_LOSSES - 1))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn lease(
    transaction: &Transaction,
    instance: InstanceId,
    jobs: &[&Model],
    losses: i32,
    now: Timestamp,
) -> Result<(), DbErr> {
    if jobs.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(JobState::Running))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::TimesLost, Expr::col(Column::TimesLost).add(losses))
        .col_expr(Column::RunAt, Expr::value(now + LEASE))
        .col_expr(Column::InstanceId, Expr::value(instance))
        .filter(Column::Id.is_in(jobs.iter().map(|job| job.id)))
        .exec(transaction)
        .await?;
    Ok(())
}

impl From<Model> for ClaimedJob {
    /// Takes the row before the lease changes it.
    fn from(job: Model) -> Self {
        Self {
            id: job.id,
            attempts: job.attempts + 1,
            give_up_at: job.give_up_at(),
            payload: job.payload,
        }
    }
}

/// Renews the leases of this instance's running jobs.
pub async fn renew(portal: &Portal, instance: InstanceId, jobs: &[JobId]) -> Result<(), DbErr> {
    if jobs.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::RunAt, Expr::value(portal.now() + LEASE))
        .filter(Column::Id.is_in(jobs.iter().copied()))
        .filter(Column::State.eq(JobState::Running))
        .filter(Column::InstanceId.eq(instance))
        .exec(portal.db.writer())
        .await?;
    Ok(())
}

/// Releases the jobs of an instance that was killed before this one started. On `SQLite` one
/// instance runs at a time, so all leases belong to instances that are gone. On `PostgreSQL` others
/// may be running, and abandoned leases end by themselves.
pub async fn release_abandoned(portal: &Portal, instance: InstanceId) -> Result<u64, DbErr> {
    let db = portal.db.writer();
    if db.get_database_backend() != DatabaseBackend::Sqlite {
        return Ok(0);
    }
    let of_another = Condition::any()
        .add(Column::InstanceId.is_null())
        .add(Column::InstanceId.ne(instance));
    let released = Entity::update_many()
        .col_expr(Column::RunAt, Expr::value(portal.now()))
        .filter(Column::State.eq(JobState::Running))
        .filter(of_another)
        .exec(db)
        .await?;
    Ok(released.rows_affected)
}

/// Selects the row while this lease of it lasts.
pub(super) fn still_leased(claimed: &ClaimedJob) -> Condition {
    Condition::all()
        .add(Column::Id.eq(claimed.id))
        .add(Column::State.eq(JobState::Running))
        .add(Column::Attempts.eq(claimed.attempts))
}
