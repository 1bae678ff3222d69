//! A database for one test: an `SQLite` file, or one on the `PostgreSQL` server that
//! `BALCAO_TEST_DATABASE_URL` names.

use std::{path::Path, thread};

use domain::{
    db::Db,
    random::{Random, SystemRandom},
};
use migrations::Runner;
use sea_orm::{ConnectionTrait, Database, Statement};
use tempfile::TempDir;
use tokio::runtime::Builder;
use uuid::Uuid;

pub enum TestDatabase {
    Sqlite(TempDir),
    Postgres { server: String, name: String },
}

impl TestDatabase {
    pub async fn create() -> Self {
        match server() {
            None => Self::Sqlite(TempDir::new().unwrap()),
            Some(server) => {
                let name = unique_name();
                run(&server, &format!("CREATE DATABASE {name}")).await;
                Self::Postgres { server, name }
            }
        }
    }

    /// A file in this folder, whatever the others use.
    pub fn in_folder(folder: &Path) -> Self {
        Self::Sqlite(TempDir::new_in(folder).unwrap())
    }

    /// Connects and migrates.
    pub async fn connect(&self) -> Db {
        let db = Db::connect(&self.url()).await.unwrap();
        Runner::default().up(db.migrations(), |_| {}).await.unwrap();
        db
    }

    /// How many jobs are neither done nor about to be, as whoever is no part of a runtime asks.
    pub fn count_jobs(&self) -> i64 {
        let url = self.url();
        apart(async move {
            let connection = Database::connect(&url).await.unwrap();
            count(&connection, "SELECT count(*) FROM jobs").await
        })
    }

    /// Throws everybody out and lets nobody in again; false of a file, which nobody can take away.
    pub async fn goes_away(&self) -> bool {
        let Self::Postgres { server, name } = self else {
            return false;
        };
        let throw_out = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        run(
            server,
            &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"),
        )
        .await;
        run(server, &throw_out).await;
        true
    }

    /// Undoes [`Self::goes_away`].
    pub async fn comes_back(&self) {
        if let Self::Postgres { server, name } = self {
            run(
                server,
                &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"),
            )
            .await;
        }
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => {
                format!("sqlite://{}", folder.path().join("test.sqlite").display())
            }
            Self::Postgres { server, name } => beside(server, name),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Self::Postgres { server, name } = self {
            let server = server.clone();
            let drop = format!("DROP DATABASE {name} WITH (FORCE)");
            apart(async move { run(&server, &drop).await });
        }
    }
}

/// Waits for what the test's own runtime cannot be waited for any more.
fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let thread = thread::spawn(|| {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(work)
    });
    thread.join().unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests have no configuration of their own"
)]
fn server() -> Option<String> {
    std::env::var("BALCAO_TEST_DATABASE_URL").ok()
}

fn unique_name() -> String {
    let mut bytes = [0; 16];
    SystemRandom.fill(&mut bytes);
    format!("test_{}", Uuid::from_bytes(bytes).simple())
}

/// The address of another database on the same server, parameters kept.
fn beside(server: &str, name: &str) -> String {
    let (address, parameters) = server.split_once('?').unwrap_or((server, ""));
    let (authority, _) = address.rsplit_once('/').unwrap();
    format!("{authority}/{name}?{parameters}")
}

async fn run(server: &str, sql: &str) {
    let connection = Database::connect(server).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

/// The number that a query answers with.
pub async fn count(connection: &impl ConnectionTrait, sql: &str) -> i64 {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}
