//! A transaction that is kept whole or not at all.
//!
//! After a failed statement `PostgreSQL` drops the whole transaction but answers its commit with
//! success, and `SQLite` may have ended it and would keep each following statement by itself. So no
//! statement runs after a failed one, and the commit fails.

use std::sync::{
    OnceLock,
    atomic::{AtomicBool, Ordering},
};

use sea_orm::{
    ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr,
    sqlx::{self, Postgres},
};
use tokio::sync::Mutex;

use super::{
    load::InFlightGuard,
    pool::{Watch, beginning},
    statement::{DbAnswer, DbRequest, connection},
};

/// A transaction that may write. Dropping it rolls it back.
pub struct Transaction {
    begun: BegunTransaction,
    /// Counts the connection that it holds.
    _in_flight: InFlightGuard,
    watch: Watch,
    wrote: AtomicBool,
    has_jobs: AtomicBool,
    failure: OnceLock<DbErr>,
}

/// A transaction of the library, or one whose statements have no names.
pub(super) enum BegunTransaction {
    Named(DatabaseTransaction),
    Unnamed(Box<Mutex<sqlx::Transaction<'static, Postgres>>>),
}

impl BegunTransaction {
    pub fn unnamed(transaction: sqlx::Transaction<'static, Postgres>) -> Self {
        Self::Unnamed(Box::new(Mutex::new(transaction)))
    }

    async fn run(&self, ask: DbRequest) -> Result<DbAnswer, DbErr> {
        match self {
            Self::Named(transaction) => ask.of(transaction).await,
            Self::Unnamed(transaction) => ask.unnamed(&mut *transaction.lock().await).await,
        }
    }

    async fn commit(self) -> Result<(), DbErr> {
        match self {
            Self::Named(transaction) => transaction.commit().await,
            Self::Unnamed(transaction) => {
                let committed = transaction.into_inner().commit().await;
                committed.map_err(beginning)
            }
        }
    }

    async fn rollback(self) -> Result<(), DbErr> {
        match self {
            Self::Named(transaction) => transaction.rollback().await,
            Self::Unnamed(transaction) => {
                let undone = transaction.into_inner().rollback().await;
                undone.map_err(beginning)
            }
        }
    }
}

impl Transaction {
    pub(super) fn new(begun: BegunTransaction, in_flight: InFlightGuard, watch: Watch) -> Self {
        Self {
            begun,
            _in_flight: in_flight,
            watch,
            wrote: AtomicBool::new(false),
            has_jobs: AtomicBool::new(false),
            failure: OnceLock::new(),
        }
    }

    /// Makes the commit wake the worker, since a job was queued.
    pub(crate) fn has_job(&self) {
        self.has_jobs.store(true, Ordering::Relaxed);
    }

    /// Commits, and wakes the worker if a job was queued.
    ///
    /// # Errors
    /// When the database cannot keep the changes, or a statement failed; nothing is kept then.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.still_whole()?;
        self.watch.observe(Box::pin(self.begun.commit())).await?;
        if self.wrote.into_inner() {
            self.watch.writes.record_success();
        }
        if self.has_jobs.into_inner() {
            self.watch.jobs.notify();
        }
        Ok(())
    }

    /// Rolls back, for callers that read something else afterwards.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn rollback(self) -> Result<(), DbErr> {
        self.watch.observe(Box::pin(self.begun.rollback())).await
    }

    fn still_whole(&self) -> Result<(), DbErr> {
        self.failure.get().map_or(Ok(()), |it| Err(it.clone()))
    }

    fn backend(&self) -> DatabaseBackend {
        match &self.begun {
            BegunTransaction::Named(transaction) => transaction.get_database_backend(),
            BegunTransaction::Unnamed(_) => DatabaseBackend::Postgres,
        }
    }

    async fn ask(&self, ask: DbRequest) -> Result<DbAnswer, DbErr> {
        self.still_whole()?;
        let writes = ask.is_write();
        match self.watch.observe(Box::pin(self.begun.run(ask))).await {
            Ok(answer) => {
                if writes && answer.has_rows() {
                    self.wrote.store(true, Ordering::Relaxed);
                }
                Ok(answer)
            }
            Err(error) => {
                let _ = self.failure.set(error.clone());
                Err(error)
            }
        }
    }
}

connection!(Transaction);
