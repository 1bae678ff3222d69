//! The database: one writer and several readers on `SQLite`, one pool on `PostgreSQL`.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};

const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 12;
/// Until a connection is free: whoever waits longer is told that something failed.
const FREE_CONNECTION: Duration = Duration::from_secs(10);
/// Far longer than any statement of ours takes; a server that hangs gives its connections back.
const STATEMENT: Duration = Duration::from_mins(1);
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A transaction that may write.
pub type Transaction = DatabaseTransaction;

#[derive(Clone)]
pub struct Db {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
}

impl Db {
    /// Connects to `sqlite://path` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// When the address is of neither kind or nobody answers there.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        Self::connect_within(url, Some(STATEMENT)).await
    }

    /// The same for migrations, which may take their time.
    ///
    /// # Errors
    /// As [`Self::connect`].
    pub async fn connect_to_migrate(url: &str) -> Result<Self, DbErr> {
        Self::connect_within(url, None).await
    }

    async fn connect_within(url: &str, statement: Option<Duration>) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            // The writer first: it makes the file and puts it into WAL mode.
            let writer = Database::connect(sqlite(url, 1)).await?;
            let readers = Database::connect(sqlite(url, SQLITE_READERS)).await?;
            return Ok(Self { readers, writer });
        }
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(FREE_CONNECTION)
            .sqlx_logging(false);
        if let Some(limit) = statement {
            options.statement_timeout(limit);
        }
        let pool = Database::connect(options).await?;
        Ok(Self {
            readers: pool.clone(),
            writer: pool,
        })
    }

    /// Has `told` hear every statement.
    #[cfg(test)]
    pub(crate) fn watch(
        &mut self,
        told: impl Fn(&sea_orm::Statement) + Clone + Send + Sync + 'static,
    ) {
        for connection in [&mut self.readers, &mut self.writer] {
            let told = told.clone();
            connection.set_metric_callback(move |info| told(info.statement));
        }
    }

    /// For reading outside a transaction.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// For single statements and for migrations.
    #[must_use]
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins a transaction that may write; on `SQLite` it takes the write lock at once, so it
    /// can wait for another process but never fail half-way.
    ///
    /// # Errors
    /// When the database cannot be reached or stays locked.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        let immediate = (self.writer.get_database_backend() == DatabaseBackend::Sqlite)
            .then_some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions {
            sqlite_transaction_mode: immediate,
            ..Default::default()
        };
        self.writer.begin_with_options(options).await
    }
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(BUSY_TIMEOUT)
        });
    options
}
