//! Opens the pools, and decides which connections go back into them.
//!
//! `SQLite` rolls a transaction back by itself when there is no space, or the disk or the memory
//! fails (<https://www.sqlite.org/lang_transaction.html>, "Response To Errors Within A
//! Transaction"). The library does not notice: its own rollback fails, and it keeps counting one
//! open transaction, so that all following ones become savepoints that nobody commits. So a
//! connection that still counts an open transaction is closed, for every database and reason.

use std::{fs::OpenOptions, io, os::unix::fs::OpenOptionsExt, path::Path, time::Duration};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr,
    sqlx::{
        self, Connection, Executor,
        pool::PoolOptions,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::{PoolMode, presence::Presence};

const SQLITE_READERS: u32 = 4;
const SQLITE_SESSIONS: u32 = 2;
const SQLITE_SEARCHES: u32 = 2;
const POSTGRES_CONNECTIONS: u32 = 12;
const POSTGRES_SESSIONS: u32 = 2;
const POSTGRES_SEARCHES: u32 = 3;
/// How long a caller waits for a free connection before the database counts as busy.
const FREE_CONNECTION: Duration = Duration::from_secs(10);
/// Shorter, since searches are given up first under load.
const FREE_SEARCH: Duration = Duration::from_secs(5);
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long the rollback of a returned connection may take.
const SETTLING: Duration = Duration::from_secs(2);

/// Sets the limit within a session of ours.
const SET: &str = "SET statement_timeout = 60000";

/// The limit of time for a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    Statement,
    None,
}

pub(super) struct Pools {
    pub writer: DatabaseConnection,
    pub readers: DatabaseConnection,
    pub sessions: DatabaseConnection,
    pub searches: DatabaseConnection,
}

pub(super) async fn open(url: &str, pool_mode: PoolMode, limit: Limit) -> Result<Pools, DbErr> {
    if is_file(url) {
        Box::pin(open_sqlite(url)).await
    } else {
        let sets = pool_mode == PoolMode::Session && limit == Limit::Statement;
        Box::pin(open_postgres(url, sets)).await
    }
}

/// The check whether the server can be reached; `None` for a file.
pub(super) fn presence(url: &str) -> Result<Option<Presence>, DbErr> {
    if is_file(url) {
        return Ok(None);
    }
    let options: PgConnectOptions = url.parse().map_err(connecting)?;
    Ok(Some(Presence::new(plain(options))))
}

fn is_file(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// Leaves out start-up parameters that a pooler may not know.
fn plain(options: PgConnectOptions) -> PgConnectOptions {
    options.extra_float_digits(None)
}

async fn open_sqlite(url: &str) -> Result<Pools, DbErr> {
    let options: SqliteConnectOptions = url.parse().map_err(connecting)?;
    let made = make_file(options.get_filename());
    made.map_err(|error| DbErr::Custom(format!("the file cannot be made: {error}")))?;
    let open = |connections, free| Box::pin(Database::connect(sqlite(url, connections, free)));
    // The writer comes first, since it puts the file into WAL mode.
    let writer = open(1, FREE_CONNECTION).await?;
    let (readers, sessions, searches) = tokio::try_join!(
        open(SQLITE_READERS, FREE_CONNECTION),
        open(SQLITE_SESSIONS, FREE_CONNECTION),
        open(SQLITE_SEARCHES, FREE_SEARCH),
    )?;
    Ok(Pools {
        writer,
        readers,
        sessions,
        searches,
    })
}

/// Creates the file for its owner alone. `SQLite` gives the files beside it the same permissions.
fn make_file(file: &Path) -> io::Result<()> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file);
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn connecting(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

fn sqlite(url: &str, connections: u32, free: Duration) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(free)
        .sqlx_logging(false)
        .map_sqlx_sqlite_pool_opts(only_settled)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(BUSY_TIMEOUT)
        });
    options
}

async fn open_postgres(url: &str, sets: bool) -> Result<Pools, DbErr> {
    let open =
        |connections, free| Box::pin(Database::connect(postgres(url, connections, free, sets)));
    let writer = open(POSTGRES_CONNECTIONS, FREE_CONNECTION).await?;
    Ok(Pools {
        readers: writer.clone(),
        sessions: open(POSTGRES_SESSIONS, FREE_CONNECTION).await?,
        searches: open(POSTGRES_SEARCHES, FREE_SEARCH).await?,
        writer,
    })
}

/// A statement may take a minute, which is far longer than any of ours takes; so a server that
/// hangs does not hold the connections for ever. The limit is set by a statement, as poolers refuse
/// start-up parameters that they do not know.
fn postgres(url: &str, connections: u32, free: Duration, sets: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(free)
        .connect_lazy(true)
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(plain)
        .map_sqlx_postgres_pool_opts(move |pool| {
            let pool = only_settled(pool);
            if !sets {
                return pool;
            }
            pool.after_connect(|connection, _| {
                Box::pin(async move { connection.execute(SET).await.map(drop) })
            })
        });
    options
}

/// Lets only connections without an open transaction back into the pool. The pending rollback of a
/// dropped transaction is done first.
fn only_settled<E: sqlx::Database>(options: PoolOptions<E>) -> PoolOptions<E> {
    options.after_release(|connection, _| {
        Box::pin(async move {
            if !connection.is_in_transaction() {
                return Ok(true);
            }
            let settled = tokio::time::timeout(SETTLING, connection.ping()).await;
            settled.map_err(|_| sqlx::Error::Io(io::ErrorKind::TimedOut.into()))??;
            let settled = !connection.is_in_transaction();
            if !settled {
                tracing::warn!("a connection is thrown away: it is still in a transaction");
            }
            Ok(settled)
        })
    })
}
