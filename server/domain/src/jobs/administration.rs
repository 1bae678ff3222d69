//! The queue as administrators see it, and what they may do with it.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};

use super::{JobState, TRIED_FOR, Topic};
use crate::{
    Cursor, Error, Page, Portal, Role, Scope,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::job::{Column, Entity, Model},
    ids::JobId,
};

const PAGE: usize = 25;
const NO_SUCH_JOB: Error = Error::NotFound("there is no such job, or it is being done right now");
/// A job that is due for longer is late.
const LATE: TimeDelta = TimeDelta::minutes(1);

/// A job without its content, which may hold somebody's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedJob {
    pub id: JobId,
    /// As in `registration_link`.
    pub kind: String,
    pub topic: Topic,
    pub state: JobState,
    pub attempts: i32,
    pub created_at: Timestamp,
    /// When it is attempted next, or when a dead one was given up.
    pub run_at: Timestamp,
    pub last_error: Option<String>,
}

/// The state of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// How many are queued or running.
    pub waiting: u64,
    /// How many of these failed before.
    pub failed_before: u64,
    /// Since when the oldest late job is due, if there is one.
    pub late_since: Option<Timestamp>,
    pub dead: u64,
}

/// The jobs in the order of their creation, all or those in one state.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn list(
    scope: &Scope,
    state: Option<JobState>,
    after: Option<Cursor>,
) -> Result<Page<QueuedJob>, Error> {
    scope.require(Role::Administrator)?;
    let mut wanted = Condition::all();
    if let Some(state) = state {
        wanted = wanted.add(Column::State.eq(state));
    }
    if let Some(after) = after {
        wanted = wanted.add(after.above(Column::CreatedAt, Column::Id));
    }
    let rows = Entity::find()
        .filter(wanted)
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .limit(PAGE as u64 + 1)
        .all(scope.portal.db.reader())
        .await?;
    let jobs = rows.into_iter().map(QueuedJob::from).collect();
    Ok(Page::of(jobs, PAGE, |job: &QueuedJob| {
        Cursor::new(job.created_at, job.id.0)
    }))
}

/// One job; `None` when it is done by now.
///
/// # Errors
/// As [`list`].
pub async fn find(scope: &Scope, id: JobId) -> Result<Option<QueuedJob>, Error> {
    scope.require(Role::Administrator)?;
    let found = Entity::find_by_id(id).one(scope.portal.db.reader()).await?;
    Ok(found.map(QueuedJob::from))
}

/// How many jobs wait, and how many were given up.
///
/// # Errors
/// When the database cannot be read.
pub async fn backlog(portal: &Portal) -> Result<Backlog, DbErr> {
    let db = portal.db.reader();
    let alive = || Entity::find().filter(Column::State.ne(JobState::Dead));
    let late = alive()
        .filter(Column::State.eq(JobState::Queued))
        .filter(Column::RunAt.lte(portal.now() - LATE))
        .order_by_asc(Column::CreatedAt)
        .one(db);
    Ok(Backlog {
        waiting: alive().count(db).await?,
        failed_before: alive()
            .filter(Column::LastError.is_not_null())
            .count(db)
            .await?,
        late_since: late.await?.map(|job| job.created_at),
        dead: Entity::find()
            .filter(Column::State.eq(JobState::Dead))
            .count(db)
            .await?,
    })
}

/// Attempts a job at once, for as long as a new one.
///
/// # Errors
/// [`Error::NotFound`] for a job that is gone or running, [`Error::Forbidden`] for whoever
/// is no administrator.
pub async fn retry(scope: &Scope, id: JobId) -> Result<(), Error> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let kind = kind_of(&transaction, id).await?;
    let revived = Entity::update_many()
        .col_expr(Column::State, Expr::value(JobState::Queued))
        .col_expr(Column::RunAt, Expr::value(scope.now()))
        .col_expr(Column::GiveUpAt, Expr::value(scope.now() + TRIED_FOR))
        .col_expr(Column::TimesLost, Expr::value(0))
        .filter(idle(id))
        .exec(&transaction)
        .await?;
    if revived.rows_affected == 0 {
        return Err(NO_SUCH_JOB);
    }
    transaction.has_job();
    record(transaction, scope, Action::JobRetried, id, kind).await
}

/// Attempts every dead job again; returns their number.
///
/// # Errors
/// As [`list`]. Jobs that were revived before the database failed stay so.
pub async fn retry_dead(scope: &Scope) -> Result<usize, Error> {
    scope.require(Role::Administrator)?;
    let dead: Vec<JobId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(JobState::Dead))
        .into_tuple()
        .all(scope.portal.db.reader())
        .await?;
    let mut revived = 0;
    for id in dead {
        match retry(scope, id).await {
            Ok(()) => revived += 1,
            // Somebody else revived or dropped it first.
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(revived)
}

/// Deletes a job without doing it.
///
/// # Errors
/// As [`retry`].
pub async fn drop_job(scope: &Scope, id: JobId) -> Result<(), Error> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let kind = kind_of(&transaction, id).await?;
    let dropped = Entity::delete_many()
        .filter(idle(id))
        .exec(&transaction)
        .await?;
    if dropped.rows_affected == 0 {
        return Err(NO_SUCH_JOB);
    }
    record(transaction, scope, Action::JobDropped, id, kind).await
}

/// A job that is not running.
fn idle(id: JobId) -> Condition {
    Condition::all()
        .add(Column::Id.eq(id))
        .add(Column::State.ne(JobState::Running))
}

async fn kind_of(transaction: &Transaction, id: JobId) -> Result<String, Error> {
    let job = Entity::find_by_id(id).one(transaction).await?;
    job.map(|job| kind(&job.payload)).ok_or(NO_SUCH_JOB)
}

async fn record(
    transaction: Transaction,
    scope: &Scope,
    action: Action,
    id: JobId,
    kind: String,
) -> Result<(), Error> {
    audit::record_with(&transaction, scope, action, Subject::Job(id), Some(kind)).await?;
    transaction.commit().await?;
    Ok(())
}

impl From<Model> for QueuedJob {
    fn from(job: Model) -> Self {
        Self {
            id: job.id,
            kind: kind(&job.payload),
            topic: Topic::of(&job.payload),
            state: job.state,
            attempts: job.attempts,
            created_at: job.created_at,
            run_at: job.run_at,
            last_error: job.last_error,
        }
    }
}

/// The kind is told for jobs of other versions of the portal, too.
pub(super) fn kind(payload: &str) -> String {
    let payload: serde_json::Value = serde_json::from_str(payload).unwrap_or_default();
    let name = payload.get("mail").or_else(|| payload.get("kind"));
    let name = name.and_then(serde_json::Value::as_str);
    name.unwrap_or("unknown").to_owned()
}
