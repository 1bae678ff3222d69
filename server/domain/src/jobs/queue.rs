//! The queue in the database: a job is claimed for a while, then deleted or put back.
//!
//! A claim is a lease. Who does not finish in time has lost the job to the next claim, so a worker
//! that died holds nothing up; the number of attempts tells one lease from another.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};

use super::{Job, JobState, backoff};
use crate::{
    Portal,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::job::{Column, Entity, Model},
    ids::JobId,
    sweep,
};

/// How long a claim holds; longer than any job may take.
const LEASE: Duration = Duration::from_mins(5);
const MOST_ATTEMPTS: i32 = 24;
const DEAD_KEPT: TimeDelta = TimeDelta::days(30);

/// A job that this worker is to do.
pub struct Claimed {
    pub id: JobId,
    /// This one included.
    attempts: i32,
    payload: String,
}

impl Claimed {
    /// What is to be done; none when another version of the portal wrote it.
    pub fn job(&self) -> Option<Job> {
        serde_json::from_str(&self.payload).ok()
    }
}

/// Takes up to `at_most` jobs that are due, the longest due first. Workers that do so at the same
/// time never take the same job: on `PostgreSQL` they pass over each other's locked rows, on
/// `SQLite` one waits for the other.
pub async fn claim(portal: &Portal, at_most: u64) -> Result<Vec<Claimed>, DbErr> {
    let transaction = portal.db.begin().await?;
    let now = portal.now();
    bury_exhausted(&transaction, now).await?;
    let due = Entity::find()
        .filter(Column::State.is_in([JobState::Queued, JobState::Running]))
        .filter(Column::RunAt.lte(now))
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .limit(at_most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(&transaction)
        .await?;
    lease(&transaction, &due, now + LEASE).await?;
    transaction.commit().await?;
    Ok(due.into_iter().map(Claimed::from).collect())
}

/// A job whose worker died each time must not come back for ever.
async fn bury_exhausted(transaction: &Transaction, now: Timestamp) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(JobState::Dead))
        .col_expr(Column::LastError, Expr::value("the worker stopped"))
        .filter(Column::State.eq(JobState::Running))
        .filter(Column::RunAt.lte(now))
        .filter(Column::Attempts.gte(MOST_ATTEMPTS))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn lease(transaction: &Transaction, jobs: &[Model], until: Timestamp) -> Result<(), DbErr> {
    if jobs.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(JobState::Running))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::RunAt, Expr::value(until))
        .filter(Column::Id.is_in(jobs.iter().map(|job| job.id)))
        .exec(transaction)
        .await?;
    Ok(())
}

impl From<Model> for Claimed {
    /// From the row as it stood before it was leased.
    fn from(job: Model) -> Self {
        Self {
            id: job.id,
            attempts: job.attempts + 1,
            payload: job.payload,
        }
    }
}

/// Deletes a job that is done, with the personal data in it. False when the lease was lost.
pub async fn finish(db: &impl ConnectionTrait, claimed: &Claimed) -> Result<bool, DbErr> {
    let deleted = Entity::delete_many()
        .filter(still_leased(claimed))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Puts a job back for another attempt, or lays it aside when it has had enough of them.
pub async fn fail(portal: &Portal, claimed: &Claimed, error: &str) -> Result<JobState, DbErr> {
    let state = if claimed.attempts < MOST_ATTEMPTS {
        JobState::Queued
    } else {
        JobState::Dead
    };
    let run_at = portal.now() + backoff::after(claimed.attempts, portal.random.as_ref());
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::RunAt, Expr::value(run_at))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(still_leased(claimed))
        .exec(portal.db.writer())
        .await?;
    Ok(state)
}

/// Deletes what was laid aside so long ago that nobody will mend it.
pub async fn delete_dead(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let dead = Condition::all()
        .add(Column::State.eq(JobState::Dead))
        .add(Column::RunAt.lte(now - DEAD_KEPT));
    sweep::delete::<Entity>(db, dead).await
}

fn still_leased(claimed: &Claimed) -> Condition {
    Condition::all()
        .add(Column::Id.eq(claimed.id))
        .add(Column::State.eq(JobState::Running))
        .add(Column::Attempts.eq(claimed.attempts))
}
