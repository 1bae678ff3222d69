//! A database for each test: an `SQLite` file, or a database on the `PostgreSQL` server of
//! `BALCAO_TEST_DATABASE_URL`.

use migrations::Runner;
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    db::Db,
    random::{Random, SystemRandom},
};

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
            Self::Postgres { server, name } => beside(server, name),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Self::Postgres { server, name } = self else {
            return;
        };
        let (server, sql) = (server.clone(), format!("DROP DATABASE {name} WITH (FORCE)"));
        // The runtime of the test cannot be blocked here.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(run(&server, &sql));
        });
        let _ = dropping.join();
    }
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

/// The URL of another database on the same server, with the same parameters.
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
