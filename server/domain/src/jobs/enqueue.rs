//! Queues jobs.

use std::time::Duration;

use chrono::SubsecRound;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, Set, sea_query::OnConflict};

use super::{Job, JobState, Lane, TRIED_FOR};
use crate::{Scope, clock::Timestamp, db::Transaction, entities::job, ids::JobId, store::bulk};

/// The longest random delay of a job.
pub const LATEST: Duration = Duration::from_secs(2);

/// Queues a job in the transaction of its change. The commit wakes the worker.
///
/// # Errors
/// When the database cannot be written.
pub async fn enqueue(transaction: &Transaction, scope: &Scope, job: &Job) -> Result<(), DbErr> {
    enqueue_at(transaction, scope, job, scope.now()).await
}

/// Queues jobs, some hundred in each statement.
pub(crate) async fn enqueue_all(
    transaction: &Transaction,
    scope: &Scope,
    jobs: &[Job],
) -> Result<(), DbErr> {
    let rows = jobs.iter().map(|job| row(scope, job, scope.now()));
    let rows = rows.collect::<Result<_, _>>()?;
    let never = OnConflict::new().do_nothing().to_owned();
    bulk::insert(transaction, rows, never).await?;
    transaction.has_job();
    Ok(())
}

/// Queues a job that begins after a random delay of at most [`LATEST`]. Without the delay, the work
/// would slow down the asker's next page, and so tell whether the account exists.
///
/// # Errors
/// When the database cannot be written.
pub async fn enqueue_soon(
    db: &impl ConnectionTrait,
    scope: &Scope,
    job: &Job,
) -> Result<(), DbErr> {
    let mut bytes = [0; 4];
    scope.portal.random.fill(&mut bytes);
    let part = f64::from(u32::from_le_bytes(bytes)) / f64::from(u32::MAX);
    insert(db, scope, job, scope.now() + LATEST.mul_f64(part)).await
}

/// Queues a job that is due at a time.
pub(crate) async fn enqueue_at(
    transaction: &Transaction,
    scope: &Scope,
    job: &Job,
    run_at: Timestamp,
) -> Result<(), DbErr> {
    insert(transaction, scope, job, run_at).await?;
    transaction.has_job();
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    scope: &Scope,
    job: &Job,
    run_at: Timestamp,
) -> Result<(), DbErr> {
    row(scope, job, run_at)?.insert(db).await?;
    Ok(())
}

fn row(scope: &Scope, job: &Job, run_at: Timestamp) -> Result<job::ActiveModel, DbErr> {
    Ok(job::ActiveModel {
        id: Set(scope.portal.new_id::<JobId>()),
        payload: Set(serde_json::to_string(job).map_err(|error| DbErr::Json(error.to_string()))?),
        lane: Set(Lane::of(job)),
        state: Set(JobState::Queued),
        attempts: Set(0),
        run_at: Set(run_at.trunc_subsecs(6)),
        instance_id: Set(None),
        give_up_at: Set(Some(scope.now() + TRIED_FOR)),
        times_lost: Set(0),
        last_error: Set(None),
        created_at: Set(scope.now()),
    })
}
