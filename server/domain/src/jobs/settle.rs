//! What happens to a job after an attempt: it is deleted, put back, or marked as dead.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Fault, JobState, Lane, TRIED_FOR, backoff,
    claim::{ClaimedJob, still_leased},
};
use crate::{
    Portal, cleanup,
    clock::Timestamp,
    db::Db,
    entities::job::{Column, Entity},
};

const DEAD_KEPT: TimeDelta = TimeDelta::days(30);

/// Deletes a job that is done, with its personal data. Returns false when the lease was lost.
pub async fn finish(db: &impl ConnectionTrait, claimed: &ClaimedJob) -> Result<bool, DbErr> {
    let deleted = Entity::delete_many()
        .filter(still_leased(claimed))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Puts a job back for another attempt, or marks it as dead: at once when no attempt can succeed,
/// otherwise when it is too old. Returns `None` when the lease was lost.
pub async fn fail(
    db: &impl ConnectionTrait,
    portal: &Portal,
    claimed: &ClaimedJob,
    fault: Fault,
    error: &str,
) -> Result<Option<JobState>, DbErr> {
    let (state, run_at) = next(portal, claimed, fault);
    let settled = Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::RunAt, Expr::value(run_at))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(still_leased(claimed))
        .exec(db)
        .await?;
    Ok((settled.rows_affected == 1).then_some(state))
}

/// A mail that waits for the server is due at once; the breaker decides when to try it.
fn next(portal: &Portal, claimed: &ClaimedJob, fault: Fault) -> (JobState, Timestamp) {
    let now = portal.now();
    if fault == Fault::Letter || now >= claimed.give_up_at {
        return (JobState::Dead, now);
    }
    let wait = backoff::after(claimed.attempts, portal.random.as_ref());
    let later = match fault {
        Fault::Server => now,
        _ => now + wait,
    };
    // The last attempt takes place at the very end.
    (JobState::Queued, Ord::min(later, claimed.give_up_at))
}

/// Moves up jobs that wait longer than any may, which a clock queued that ran ahead. Returns their
/// number.
pub async fn correct_future_times(portal: &Portal) -> Result<u64, DbErr> {
    let later_than = |wait| Column::RunAt.gt(portal.now() + wait);
    let too_late = Condition::any()
        .add(later_than(backoff::LONGEST).and(Column::Lane.ne(Lane::Webhook)))
        .add(later_than(backoff::LONGEST_OF_WEBHOOKS));
    let corrected = Entity::update_many()
        .col_expr(Column::RunAt, Expr::value(portal.now()))
        .col_expr(Column::GiveUpAt, Expr::value(portal.now() + TRIED_FOR))
        .filter(Column::State.is_in([JobState::Queued, JobState::Running]))
        .filter(too_late)
        .exec(portal.db.writer())
        .await?;
    Ok(corrected.rows_affected)
}

/// Deletes jobs that have been dead for long.
pub async fn delete_dead(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let dead = Condition::all()
        .add(Column::State.eq(JobState::Dead))
        .add(Column::RunAt.lte(now - DEAD_KEPT));
    cleanup::delete::<Entity>(db, dead).await
}
