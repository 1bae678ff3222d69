//! A transaction that is kept whole or not at all.
//!
//! After a failed statement `PostgreSQL` keeps nothing of a transaction, and answers its commit
//! as if it had; `SQLite` may have ended it, and would keep each statement that follows for
//! itself. So here nothing runs after a failed statement, and the commit fails as well.

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
    load::Asking,
    pool::{Watch, beginning},
    statement::{DbAnswer, DbRequest, connection},
};

/// A transaction that may write. Dropped, it is rolled back.
pub struct Transaction {
    begun: BegunTransaction,
    /// It holds a connection until it is over.
    _asking: Asking,
    watch: Watch,
    wrote: AtomicBool,
    has_jobs: AtomicBool,
    failure: OnceLock<DbErr>,
}

/// A transaction as the library has it; and one whose statements have no names.
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
    pub(super) fn new(begun: BegunTransaction, asking: Asking, watch: Watch) -> Self {
        Self {
            begun,
            _asking: asking,
            watch,
            wrote: AtomicBool::new(false),
            has_jobs: AtomicBool::new(false),
            failure: OnceLock::new(),
        }
    }

    /// Has the commit wake the worker: there is a job for it in here.
    pub(crate) fn has_job(&self) {
        self.has_jobs.store(true, Ordering::Relaxed);
    }

    /// Keeps what was done, and wakes the worker if there is a job in it.
    ///
    /// # Errors
    /// When the database cannot keep it, or a statement failed: then nothing is kept.
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

    /// Undoes what was done, for whoever wants to look at what is there instead.
    ///
    /// # Errors
    /// When the database cannot be reached any more.
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
