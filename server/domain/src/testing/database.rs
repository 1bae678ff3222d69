//! A database for each test: an `SQLite` file, or a database on the `PostgreSQL` server of
//! `BALCAO_TEST_DATABASE_URL`.

use std::{path::Path, thread};

use migrations::Runner;
use sea_orm::{ConnectionTrait, Database, Statement};
use tempfile::TempDir;
use tokio::runtime::Builder;
use uuid::Uuid;

use crate::{
    db::Db,
    random::{Random, SystemRandom},
};

pub enum TestDatabase {
    Sqlite(TempDir),
    Postgres(Postgres),
}

impl TestDatabase {
    pub fn create() -> Self {
        let file = || Self::Sqlite(TempDir::new().unwrap());
        Postgres::create().map_or_else(file, Self::Postgres)
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

    /// The URL of the database.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => {
                format!("sqlite://{}", folder.path().join("test.sqlite").display())
            }
            Self::Postgres(postgres) => postgres.url(),
        }
    }

    /// How many jobs are neither done nor about to be.
    pub fn count_jobs(&self) -> i64 {
        let url = self.url();
        apart(async move {
            let connection = Database::connect(&url).await.unwrap();
            count(&connection, "SELECT count(*) FROM jobs").await
        })
    }

    /// Throws everybody out and lets nobody in again; false of a file, which nobody can take away.
    pub fn goes_away(&self) -> bool {
        let Self::Postgres(Postgres { server, name }) = self else {
            return false;
        };
        let close = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        run(server, &close);
        let throw_out = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        run(server, &throw_out);
        true
    }

    /// Undoes [`Self::goes_away`].
    pub fn comes_back(&self) {
        if let Self::Postgres(Postgres { server, name }) = self {
            let open = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
            run(server, &open);
        }
    }
}

/// An empty database on the server, which is gone once it is dropped.
pub struct Postgres {
    server: String,
    name: String,
}

impl Postgres {
    /// None where the tests run on `SQLite`.
    pub fn create() -> Option<Self> {
        let server = server()?;
        let mut bytes = [0; 16];
        SystemRandom.fill(&mut bytes);
        let name = format!("test_{}", Uuid::from_bytes(bytes).simple());
        run(&server, &format!("CREATE DATABASE {name}"));
        Some(Self { server, name })
    }

    /// Where it is: on the same server, parameters kept.
    pub fn url(&self) -> String {
        let (address, parameters) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let (authority, _) = address.rsplit_once('/').unwrap();
        format!("{authority}/{}?{parameters}", self.name)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        run(&self.server, &drop);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests have no configuration of their own"
)]
fn server() -> Option<String> {
    std::env::var("BALCAO_TEST_DATABASE_URL").ok()
}

/// Carries out one statement, whether or not the test is part of a runtime.
pub fn run(url: &str, sql: &str) {
    let (url, sql) = (url.to_owned(), sql.to_owned());
    apart(async move {
        let connection = Database::connect(&url).await.unwrap();
        connection.execute_unprepared(&sql).await.unwrap();
        connection.close().await.unwrap();
    });
}

/// The number that a query answers with.
pub async fn count(connection: &impl ConnectionTrait, sql: &str) -> i64 {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Does something in a runtime of its own: that of the test cannot be waited for where a value is
/// dropped.
fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let thread = thread::spawn(|| {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(work)
    });
    thread.join().unwrap()
}
