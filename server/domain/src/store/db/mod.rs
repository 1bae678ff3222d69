//! The connections to the database: one writer and several readers on `SQLite`, shared pools on
//! `PostgreSQL`; and whether it is available.

mod clock;
mod duplicate;
mod job_notifier;
mod load;
mod pool;
mod presence;
mod setup;
mod statement;
#[cfg(test)]
mod tests;
mod transaction;
mod unavailable;
mod writes;

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DbErr};

use load::InFlight;
use pool::Watch;
use writes::Writes;

pub use clock::DatabaseClock;
pub(crate) use duplicate::is_duplicate;
pub use job_notifier::JobNotifier;
pub use load::PoolLoad;
pub use pool::Pool;
pub use transaction::Transaction;
pub use unavailable::{Absence, Unavailable};

/// How a connection pooler before a `PostgreSQL` server assigns its connections, if there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PoolMode {
    /// A connection is ours until we close it.
    #[default]
    Session,
    /// A connection is ours for a transaction. No setting and no named statement outlasts one.
    Transaction,
}

#[derive(Clone)]
pub struct Db {
    readers: Arc<Pool>,
    sessions: Arc<Pool>,
    searches: Arc<Pool>,
    writer: Arc<Pool>,
    watch: Watch,
}

impl Db {
    /// Connects to `sqlite://path`, whose file is created for its owner alone, or to
    /// `postgres://…`.
    ///
    /// # Errors
    /// When the address is of neither kind, or the database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        Self::connect_by(url, PoolMode::default()).await
    }

    /// Connects through a connection pooler.
    ///
    /// # Errors
    /// As [`Self::connect`].
    pub async fn connect_by(url: &str, pool_mode: PoolMode) -> Result<Self, DbErr> {
        Self::open(url, pool_mode, setup::Limit::Statement).await
    }

    /// Connects for migrations, without a limit of time for statements.
    ///
    /// # Errors
    /// As [`Self::connect`].
    pub async fn connect_to_migrate(url: &str) -> Result<Self, DbErr> {
        Self::open(url, PoolMode::default(), setup::Limit::None).await
    }

    async fn open(url: &str, pool_mode: PoolMode, limit: setup::Limit) -> Result<Self, DbErr> {
        let presence = setup::presence(url)?.map(Arc::new);
        if let Some(presence) = &presence {
            Box::pin(presence.check()).await?;
        }
        let pools = Box::pin(setup::open(url, pool_mode, limit)).await?;
        let writes = Arc::new(Writes::default());
        let watch = Watch {
            writes,
            presence,
            jobs: Arc::default(),
        };
        let pool = |connection: DatabaseConnection, in_flight: InFlight| {
            let unnamed = (pool_mode == PoolMode::Transaction && watch.presence.is_some())
                .then(|| connection.get_postgres_connection_pool().clone());
            Arc::new(Pool::new(connection, unnamed, in_flight, watch.clone()))
        };
        // On `PostgreSQL`, readers and the writer share a pool.
        let of_writer = InFlight::default();
        let of_readers = if watch.presence.is_some() {
            of_writer.clone()
        } else {
            InFlight::default()
        };
        Ok(Self {
            readers: pool(pools.readers, of_readers),
            sessions: pool(pools.sessions, InFlight::default()),
            searches: pool(pools.searches, InFlight::default()),
            writer: pool(pools.writer, of_writer),
            watch,
        })
    }

    /// The connections for reading outside a transaction.
    #[must_use]
    pub fn reader(&self) -> &Pool {
        &self.readers
    }

    /// Connections for what every request reads first, and for readiness probes, so that these do
    /// not wait behind slow statements.
    #[must_use]
    pub fn sessions(&self) -> &Pool {
        &self.sessions
    }

    /// A few connections for searches, which are slow, so that other readers stay free.
    #[must_use]
    pub fn searches(&self) -> &Pool {
        &self.searches
    }

    /// The connections for single statements that write.
    #[must_use]
    pub fn writer(&self) -> &Pool {
        &self.writer
    }

    /// The connections for migrations, which begin their own transactions.
    #[must_use]
    pub fn migrations(&self) -> &DatabaseConnection {
        self.writer.connection()
    }

    /// Begins a transaction for a search, in which the planner makes a new plan.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub(crate) async fn begin_search(&self) -> Result<Transaction, DbErr> {
        self.searches.begin().await
    }

    /// Calls `told` for every statement. Only before the connections are used.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn listen(
        &mut self,
        told: impl Fn(&sea_orm::Statement) + Clone + Send + Sync + 'static,
    ) {
        for pool in [
            &mut self.readers,
            &mut self.sessions,
            &mut self.searches,
            &mut self.writer,
        ] {
            let told = told.clone();
            if let Some(pool) = Arc::get_mut(pool) {
                pool.listen(move |statement| told(statement));
            }
        }
    }

    /// Wakes the worker when a transaction of this process queued a job.
    #[must_use]
    pub fn job_notifier(&self) -> &JobNotifier {
        &self.watch.jobs
    }

    /// Why the last write failed for good; `None` once a write succeeded again. Errors of a rule
    /// and waits do not count.
    #[must_use]
    pub fn last_write(&self) -> Option<Unavailable> {
        self.watch.writes.failure()
    }

    /// The load of each pool, by its name.
    #[must_use]
    pub fn load(&self) -> Vec<(&'static str, PoolLoad)> {
        let shared = self.watch.presence.is_some();
        let readers = (!shared).then_some(("readers", &self.readers));
        let others = [
            ("writer", &self.writer),
            ("sessions", &self.sessions),
            ("searches", &self.searches),
        ];
        let all = readers.into_iter().chain(others);
        all.map(|(name, pool)| (name, pool.load())).collect()
    }

    /// Why the database cannot be reached, if that was found out just now.
    #[must_use]
    pub fn absence(&self) -> Option<Absence> {
        self.watch.presence.as_ref()?.absence()
    }

    /// Begins a transaction that may write. On `SQLite` it takes the write lock at once, so it may
    /// wait for another process but cannot fail half-way.
    ///
    /// # Errors
    /// When the database cannot be reached or stays locked.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        self.writer.begin().await
    }
}
