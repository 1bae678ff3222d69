//! Runs migrations, one run at a time. Each step and its record are one transaction, so a run that
//! was killed continues where it was.

mod error;

use std::{collections::HashSet, future::Future};

use sea_orm_migration::{
    prelude::*,
    sea_orm::{
        ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, Set,
        SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    },
    seaql_migrations as record,
};

pub use error::MigrateError;

use crate::Migrator;

/// The lock of runs on `PostgreSQL`: any number that nobody else uses on the database.
const LOCK: i64 = 0x62_616c_6361_6f01;

/// The table where the library records the applied steps.
const RECORDS: &str = "seaql_migrations";

/// The migrations of a database, compared with this program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub applied: Vec<String>,
    /// Steps of this program that are not applied.
    pub missing: Vec<String>,
    /// Applied steps that this program does not know, from a newer one.
    pub unknown: Vec<String>,
}

/// The first step of every database that was made before the first release.
const BEFORE_RELEASE: &str = "m0001_accounts";

impl State {
    /// Whether the database was made before the first release. The steps were rewritten since, and
    /// none of them leads there.
    #[must_use]
    pub fn is_before_release(&self) -> bool {
        self.unknown.iter().any(|name| name == BEFORE_RELEASE)
    }
}

/// An event of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// Another run is in progress; this one waits for it.
    Waiting,
    Applied(&'a str),
    TakenBack(&'a str),
}

/// The steps, in their order.
pub struct Runner {
    steps: Vec<Box<dyn MigrationTrait>>,
}

impl Default for Runner {
    /// All steps of this program.
    fn default() -> Self {
        Self::new(Migrator::migrations())
    }
}

impl Runner {
    #[must_use]
    pub fn new(steps: Vec<Box<dyn MigrationTrait>>) -> Self {
        Self { steps }
    }

    /// The state of the database, which stays unchanged.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn state<'c>(
        &self,
        connection: impl IntoSchemaManagerConnection<'c>,
    ) -> Result<State, DbErr> {
        let manager = SchemaManager::new(connection);
        if !manager.has_table(RECORDS).await? {
            return Ok(self.compare(&HashSet::new()));
        }
        let rows = record::Entity::find().all(manager.get_connection()).await?;
        Ok(self.compare(&rows.into_iter().map(|row| row.version).collect()))
    }

    /// Applies every step that is missing.
    ///
    /// # Errors
    /// [`MigrateError::Newer`] for a database of a newer program, [`MigrateError::BeforeRelease`]
    /// for one of before the first release, [`MigrateError::Step`] for a step that fails; the steps
    /// before it stay applied.
    pub async fn up(
        &self,
        db: &DatabaseConnection,
        mut tell: impl FnMut(Event<'_>),
    ) -> Result<(), MigrateError> {
        alone(db, &mut tell, async |tell| {
            while let Some(name) = self.step_up(db).await? {
                tell(Event::Applied(&name));
            }
            Ok(())
        })
        .await
    }

    /// Takes the last step back, which must be `last`.
    ///
    /// # Errors
    /// [`MigrateError::Overtaken`] when another step is the last one, [`MigrateError::Step`] when
    /// taking it back fails. The rest as [`Runner::up`].
    pub async fn down(
        &self,
        db: &DatabaseConnection,
        last: &str,
        mut tell: impl FnMut(Event<'_>),
    ) -> Result<(), MigrateError> {
        alone(db, &mut tell, async |tell| {
            self.step_down(db, last).await?;
            tell(Event::TakenBack(last));
            Ok(())
        })
        .await
    }

    /// Applies the first missing step and returns its name.
    async fn step_up(&self, db: &DatabaseConnection) -> Result<Option<String>, MigrateError> {
        let transaction = begin(db).await?;
        if !SchemaManager::new(&transaction).has_table(RECORDS).await? {
            Migrator::install(&transaction).await?;
        }
        let state = known(self.state(&transaction).await?)?;
        let Some(name) = state.missing.first() else {
            return Ok(None);
        };
        let step = self.step(name)?;
        let stepped = step.up(&SchemaManager::new(&transaction)).await;
        stepped.map_err(|cause| failed(name, cause))?;
        let row = record::ActiveModel {
            version: Set(name.clone()),
            applied_at: Set(now(&transaction).await?),
        };
        record::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Some(name.clone()))
    }

    async fn step_down(&self, db: &DatabaseConnection, last: &str) -> Result<(), MigrateError> {
        let transaction = begin(db).await?;
        let state = known(self.state(&transaction).await?)?;
        if state.applied.last().is_none_or(|name| name != last) {
            return Err(MigrateError::Overtaken);
        }
        let stepped = self
            .step(last)?
            .down(&SchemaManager::new(&transaction))
            .await;
        stepped.map_err(|cause| failed(last, cause))?;
        record::Entity::delete_by_id(last.to_owned())
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    fn step(&self, name: &str) -> Result<&dyn MigrationTrait, DbErr> {
        let found = self.steps.iter().find(|step| step.name() == name);
        let found = found.map(AsRef::as_ref);
        found.ok_or_else(|| DbErr::RecordNotFound(format!("step {name}")))
    }

    #[must_use]
    pub fn compare(&self, recorded: &HashSet<String>) -> State {
        let names: Vec<_> = self.steps.iter().map(|step| step.name()).collect();
        let (applied, missing) = names.iter().partition(|name| recorded.contains(**name));
        let owned = |names: Vec<&&str>| names.into_iter().map(|name| (*name).to_owned()).collect();
        let strange = recorded.iter().filter(|name| !names.contains(&&***name));
        let mut unknown: Vec<_> = strange.cloned().collect();
        unknown.sort();
        State {
            applied: owned(applied),
            missing: owned(missing),
            unknown,
        }
    }
}

fn known(state: State) -> Result<State, MigrateError> {
    if state.is_before_release() {
        Err(MigrateError::BeforeRelease)
    } else if state.unknown.is_empty() {
        Ok(state)
    } else {
        Err(MigrateError::Newer(state.unknown))
    }
}

fn failed(name: &str, cause: DbErr) -> MigrateError {
    let name = name.to_owned();
    MigrateError::Step { name, cause }
}

/// Runs alone. On `PostgreSQL` a separate transaction holds the lock, which works behind a pooler
/// and ends with the process. On `SQLite` the caller locks the file, and each step takes the write
/// lock before it reads which steps are missing.
async fn alone<T: FnMut(Event<'_>)>(
    db: &DatabaseConnection,
    tell: &mut T,
    run: impl AsyncFnOnce(&mut T) -> Result<(), MigrateError>,
) -> Result<(), MigrateError> {
    if db.get_database_backend() != DbBackend::Postgres {
        return run(tell).await;
    }
    let lock = db.begin().await?;
    let patience = "SET LOCAL idle_in_transaction_session_timeout = 0;
        SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0";
    lock.execute_unprepared(patience).await?;
    if !is_first(&lock).await? {
        tell(Event::Waiting);
        let wait = format!("SELECT pg_advisory_xact_lock({LOCK})");
        lock.execute_unprepared(&wait).await?;
    }
    let outcome = run(tell).await;
    first_error(outcome, lock.rollback().await)
}

/// The error of the run, or else of releasing the lock. A second one is logged.
fn first_error(
    run: Result<(), MigrateError>,
    unlock: Result<(), DbErr>,
) -> Result<(), MigrateError> {
    match (run, unlock) {
        (Err(first), Err(error)) => {
            tracing::warn!(%error, "the lock of the migration was not given back");
            Err(first)
        }
        (run, unlock) => run.and(unlock.map_err(MigrateError::from)),
    }
}

async fn is_first(transaction: &DatabaseTransaction) -> Result<bool, DbErr> {
    let sql = format!("SELECT pg_try_advisory_xact_lock({LOCK})");
    let statement = Statement::from_string(DbBackend::Postgres, sql);
    let row = transaction.query_one_raw(statement).await?;
    let first = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(first.unwrap_or_default())
}

fn begin(db: &DatabaseConnection) -> impl Future<Output = Result<DatabaseTransaction, DbErr>> {
    let immediate = (db.get_database_backend() == DbBackend::Sqlite)
        .then_some(SqliteTransactionMode::Immediate);
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: immediate,
        ..Default::default()
    })
}

/// Seconds since 1970, by the database's clock.
async fn now(transaction: &DatabaseTransaction) -> Result<i64, DbErr> {
    let backend = transaction.get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => "SELECT unixepoch()",
        _ => "SELECT extract(epoch FROM clock_timestamp())::bigint",
    };
    let statement = Statement::from_string(backend, sql);
    let row = transaction.query_one_raw(statement).await?;
    let seconds = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(seconds.unwrap_or_default())
}

#[cfg(test)]
mod tests;
