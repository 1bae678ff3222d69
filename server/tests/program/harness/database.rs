//! A database for one test on the `PostgreSQL` server that `BALCAO_TEST_DATABASE_URL` names.

use std::thread;

use domain::random::{Random, SystemRandom};
use sea_orm::{ConnectionTrait, Database};
use tokio::runtime::Builder;
use uuid::Uuid;

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
        let name = format!("program_{}", Uuid::from_bytes(bytes).simple());
        run(&server, &format!("CREATE DATABASE {name}"));
        Some(Self { server, name })
    }

    pub fn url(&self) -> String {
        let (address, parameters) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let (authority, _) = address.rsplit_once('/').unwrap();
        format!("{authority}/{}?{parameters}", self.name)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        run(
            &self.server,
            &format!("DROP DATABASE {} WITH (FORCE)", self.name),
        );
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
    let apart = thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let connection = Database::connect(&url).await.unwrap();
            connection.execute_unprepared(&sql).await.unwrap();
            connection.close().await.unwrap();
        });
    });
    apart.join().unwrap();
}
