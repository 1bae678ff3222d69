//! A database for each test: an `SQLite` file, or a database on the `PostgreSQL` server of
//! `BALCAO_TEST_DATABASE_URL`.

use std::{fs, mem::ManuallyDrop, path::Path, sync::OnceLock, thread};

use migrations::Runner;
use sea_orm::{ConnectionTrait, Database, Statement};
use tempfile::TempDir;
use tokio::runtime::Builder;
use uuid::Uuid;

use crate::{
    db::Db,
    random::{Random, SystemRandom},
};

const FILE: &str = "test.sqlite";

pub enum TestDatabase {
    Sqlite(TempDir),
    Postgres(Postgres),
}

/// What databases of tests are copies of.
pub enum Template {
    /// The content of a file.
    Sqlite(Vec<u8>),
    /// A database that nobody can connect to, which is left to the server.
    Postgres { server: String, name: String },
}

impl Template {
    pub fn copy(&self) -> TestDatabase {
        match self {
            Self::Sqlite(content) => {
                let folder = TempDir::new().unwrap();
                fs::write(folder.path().join(FILE), content).unwrap();
                TestDatabase::Sqlite(folder)
            }
            Self::Postgres { server, name } => {
                TestDatabase::Postgres(Postgres::like(server.clone(), Some(name)))
            }
        }
    }
}

impl TestDatabase {
    /// With all migrations, which are carried out once for all tests of a program.
    pub fn create() -> Self {
        static MIGRATED: OnceLock<Template> = OnceLock::new();
        let migrated = MIGRATED.get_or_init(|| {
            let database = match server() {
                Some(server) => Self::Postgres(Postgres::like(server, None)),
                None => Self::empty_file(),
            };
            migrate(&database.url());
            database.into_template()
        });
        migrated.copy()
    }

    fn empty_file() -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(FILE), []).unwrap();
        Self::Sqlite(folder)
    }

    /// A template of all that it holds now. Nobody can use it itself any more.
    pub fn into_template(self) -> Template {
        match self {
            Self::Sqlite(folder) => {
                let file = folder.path().join(FILE);
                let copy = folder.path().join("copy.sqlite");
                let url = format!("sqlite://{}", file.display());
                run(&url, &format!("VACUUM INTO '{}'", copy.display()));
                Template::Sqlite(fs::read(copy).unwrap())
            }
            Self::Postgres(postgres) => {
                let postgres = ManuallyDrop::new(postgres);
                postgres.close();
                Template::Postgres {
                    server: postgres.server.clone(),
                    name: postgres.name.clone(),
                }
            }
        }
    }

    /// A file in this folder, whatever the others use.
    pub fn in_folder(folder: &Path) -> Self {
        Self::Sqlite(TempDir::new_in(folder).unwrap())
    }

    /// Connects, and migrates where that was not done before.
    pub async fn connect(&self) -> Db {
        let db = Db::connect(&self.url()).await.unwrap();
        Runner::default().up(db.migrations(), |_| {}).await.unwrap();
        db
    }

    /// The URL of the database.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => {
                format!("sqlite://{}", folder.path().join(FILE).display())
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
        let Self::Postgres(postgres) = self else {
            return false;
        };
        postgres.close();
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

/// Migrates a database, and leaves no connection to it.
fn migrate(url: &str) {
    let url = url.to_owned();
    apart(async move {
        let connection = Database::connect(url).await.unwrap();
        Runner::default().up(&connection, |_| {}).await.unwrap();
        connection.close().await.unwrap();
    });
}

/// A database on the server, which is gone once it is dropped.
pub struct Postgres {
    server: String,
    name: String,
}

impl Postgres {
    /// An empty one; none where the tests run on `SQLite`.
    pub fn create() -> Option<Self> {
        Some(Self::like(server()?, None))
    }

    /// Throws everybody out and lets nobody in.
    fn close(&self) {
        let Self { server, name } = self;
        let close = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        run(server, &close);
        let throw_out = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        run(server, &throw_out);
    }

    /// A copy of another one, or an empty one.
    fn like(server: String, template: Option<&str>) -> Self {
        let mut bytes = [0; 16];
        SystemRandom.fill(&mut bytes);
        let name = format!("test_{}", Uuid::from_bytes(bytes).simple());
        // Copying files takes a third of the time of writing each page to the log as well.
        let template = template.map_or_else(String::new, |it| {
            format!(" TEMPLATE {it} STRATEGY file_copy")
        });
        run(&server, &format!("CREATE DATABASE {name}{template}"));
        Self { server, name }
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
pub(super) fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let thread = thread::spawn(|| {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(work)
    });
    thread.join().unwrap()
}
