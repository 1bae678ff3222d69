//! Writes issued tokens before they are answered with, many in one commit: those that are asked for
//! while a commit is made durable wait for the next one together.

use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use sea_orm::{DbErr, EntityTrait, SqlErr};
use tokio::sync::oneshot;
use tracing::Instrument;

use crate::{Portal, entities::issued_token, store::bulk::BATCH_SIZE};

/// Groups the rows of tokens that are issued at the same time.
#[derive(Default)]
pub struct TokenWriter(Arc<Mutex<Queue>>);

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    is_writing: bool,
}

struct Waiting {
    row: issued_token::ActiveModel,
    written: oneshot::Sender<Result<(), DbErr>>,
}

impl TokenWriter {
    /// Returns once the row is committed, also when the caller of another one hangs up.
    ///
    /// # Errors
    /// When the row cannot be written. Rows beside one that breaks a constraint are written.
    pub(super) async fn write(
        &self,
        portal: &Arc<Portal>,
        row: issued_token::ActiveModel,
    ) -> Result<(), DbErr> {
        let (written, outcome) = oneshot::channel();
        if enqueue(&self.0, Waiting { row, written }) {
            let turns = write_in_turns(Arc::clone(portal), Turn(Arc::clone(&self.0)));
            tokio::spawn(turns.in_current_span());
        }
        outcome
            .await
            .unwrap_or_else(|_| Err(DbErr::Custom("the task that writes tokens ended".into())))
    }
}

/// Returns whether nobody is writing, so that the caller has to.
fn enqueue(queue: &Mutex<Queue>, row: Waiting) -> bool {
    let mut queue = lock(queue);
    queue.waiting.push(row);
    !mem::replace(&mut queue.is_writing, true)
}

fn lock(queue: &Mutex<Queue>) -> MutexGuard<'_, Queue> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The right to write, which ends with its owner, also with one that panics.
struct Turn(Arc<Mutex<Queue>>);

impl Turn {
    /// The rows of the next commit; none ends the turn.
    fn next(&self) -> Vec<Waiting> {
        let mut queue = lock(&self.0);
        let rest = queue.waiting.len().min(BATCH_SIZE);
        let rest = queue.waiting.split_off(rest);
        let next = mem::replace(&mut queue.waiting, rest);
        queue.is_writing = !next.is_empty();
        next
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if std::thread::panicking() {
            *lock(&self.0) = Queue::default();
        }
    }
}

async fn write_in_turns(portal: Arc<Portal>, turn: Turn) {
    loop {
        let next = turn.next();
        if next.is_empty() {
            return;
        }
        write_together(&portal, next).await;
    }
}

async fn write_together(portal: &Portal, waiting: Vec<Waiting>) {
    let rows: Vec<_> = waiting.iter().map(|it| it.row.clone()).collect();
    let outcome = insert(portal, rows).await;
    if waiting.len() > 1 && outcome.as_ref().is_err_and(breaks_constraint) {
        return write_apart(portal, waiting).await;
    }
    for it in waiting {
        // Whoever asked may have hung up.
        let _ = it.written.send(outcome.clone());
    }
}

/// Writes each row by itself, as one of them belongs to a client that was just deleted.
async fn write_apart(portal: &Portal, waiting: Vec<Waiting>) {
    for it in waiting {
        let outcome = insert(portal, vec![it.row]).await;
        let _ = it.written.send(outcome);
    }
}

async fn insert(portal: &Portal, rows: Vec<issued_token::ActiveModel>) -> Result<(), DbErr> {
    issued_token::Entity::insert_many(rows)
        .exec_without_returning(portal.db.writer())
        .await?;
    Ok(())
}

fn breaks_constraint(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(SqlErr::ForeignKeyConstraintViolation(_) | SqlErr::UniqueConstraintViolation(_))
    )
}
