//! Connections for single statements and for beginning transactions.

use std::sync::Arc;

use sea_orm::{
    DatabaseBackend, DatabaseConnection, DbErr, RuntimeErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
    sqlx::{self, PgPool},
};

use super::{
    JobNotifier, PoolLoad,
    load::InFlight,
    presence::Presence,
    statement::{DbAnswer, DbRequest, connection},
    transaction::{BegunTransaction, Transaction},
    writes::Writes,
};

/// Behind a pooler no session is ours, so the limit is set for each transaction.
const BEGIN: &str = "BEGIN; SET LOCAL statement_timeout = 60000";

/// Connections for single statements. The outcome of writes is recorded.
pub struct Pool {
    connection: DatabaseConnection,
    /// The same connections, for statements without names.
    unnamed: Option<PgPool>,
    in_flight: InFlight,
    watch: Watch,
}

/// What is watched beside the answers of a database.
#[derive(Clone)]
pub(super) struct Watch {
    pub writes: Arc<Writes>,
    /// `None` for a database in a file.
    pub presence: Option<Arc<Presence>>,
    pub jobs: Arc<JobNotifier>,
}

impl Watch {
    /// Waits for an answer unless the database is absent, and records whether it can be written.
    pub async fn observe<T>(
        &self,
        answer: impl Future<Output = Result<T, DbErr>>,
    ) -> Result<T, DbErr> {
        let outcome = match &self.presence {
            Some(presence) => presence.unless_absent(answer).await,
            None => answer.await,
        };
        self.writes.record_failure(outcome.as_ref().err());
        outcome
    }
}

impl Pool {
    pub(super) fn new(
        connection: DatabaseConnection,
        unnamed: Option<PgPool>,
        in_flight: InFlight,
        watch: Watch,
    ) -> Self {
        Self {
            connection,
            unnamed,
            in_flight,
            watch,
        }
    }

    pub(super) fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    #[cfg(any(test, feature = "testing"))]
    pub(super) fn listen(&mut self, told: impl Fn(&sea_orm::Statement) + Send + Sync + 'static) {
        self.connection
            .set_metric_callback(move |info| told(info.statement));
    }

    pub(super) async fn begin(&self) -> Result<Transaction, DbErr> {
        let in_flight = self.in_flight.enter();
        let begun = self.watch.observe(Box::pin(self.begun())).await?;
        Ok(Transaction::new(begun, in_flight, self.watch.clone()))
    }

    pub(super) fn load(&self) -> PoolLoad {
        let (open, idle) = if self.backend() == DatabaseBackend::Sqlite {
            let pool = self.connection.get_sqlite_connection_pool();
            (pool.size(), pool.num_idle())
        } else {
            let pool = self.connection.get_postgres_connection_pool();
            (pool.size(), pool.num_idle())
        };
        let open = usize::try_from(open).unwrap_or(usize::MAX);
        PoolLoad::new(open, idle, self.in_flight.count())
    }

    /// On `SQLite` it takes the write lock at once.
    async fn begun(&self) -> Result<BegunTransaction, DbErr> {
        if let Some(pool) = &self.unnamed {
            let begun = pool.begin_with(BEGIN).await;
            return begun.map(BegunTransaction::unnamed).map_err(beginning);
        }
        let immediate =
            (self.backend() == DatabaseBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions {
            sqlite_transaction_mode: immediate,
            ..Default::default()
        };
        let begun = self.connection.begin_with_options(options).await?;
        Ok(BegunTransaction::Named(begun))
    }

    fn backend(&self) -> DatabaseBackend {
        self.connection.get_database_backend()
    }

    async fn ask(&self, ask: DbRequest) -> Result<DbAnswer, DbErr> {
        let _in_flight = self.in_flight.enter();
        let writes = ask.is_write();
        let answer = self.watch.observe(Box::pin(self.run(ask))).await?;
        if writes && answer.has_rows() {
            self.watch.writes.record_success();
        }
        Ok(answer)
    }

    async fn run(&self, ask: DbRequest) -> Result<DbAnswer, DbErr> {
        let Some(pool) = &self.unnamed else {
            return ask.of(&self.connection).await;
        };
        let mut transaction = pool.begin_with(BEGIN).await.map_err(beginning)?;
        let answer = ask.unnamed(&mut transaction).await?;
        transaction.commit().await.map_err(beginning)?;
        Ok(answer)
    }
}

connection!(Pool);

/// The error of the library for a transaction that cannot begin or end.
pub(super) fn beginning(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}
