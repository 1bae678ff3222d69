//! A directory to run the program in, with settings and a database of its own.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{Instance, Outcome};
use domain::testing::database::{self, Postgres};

pub const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

pub struct Workspace {
    home: TempDir,
    postgres: Option<Postgres>,
    settings: Vec<(String, String)>,
}

impl Workspace {
    /// With nothing in it; the database is what the tests run on.
    pub fn new() -> Self {
        Self::on(Postgres::create())
    }

    /// The same on `SQLite`, whatever the tests run on.
    pub fn sqlite() -> Self {
        Self::on(None)
    }

    fn on(postgres: Option<Postgres>) -> Self {
        let mut workspace = Self {
            home: TempDir::new().unwrap(),
            postgres,
            settings: vec![],
        };
        workspace.set("BALCAO_LISTEN", "127.0.0.1:0");
        workspace.set("BALCAO_PUBLIC_URL", "http://localhost:3000");
        workspace.set("BALCAO_KEY_ENCRYPTION_KEY", KEY);
        let url = workspace.postgres.as_ref().map(Postgres::url);
        if let Some(url) = url {
            workspace.set("BALCAO_DATABASE_URL", &url);
        }
        workspace
    }

    /// The same with a database that is up to date.
    pub fn migrated(self) -> Self {
        self.run(&["migrate", "up"]).ended_with(0);
        self
    }

    /// Settings of the environment; the last word counts.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.push((name.to_owned(), value.to_owned()));
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn is_sqlite(&self) -> bool {
        self.postgres.is_none()
    }

    /// The file of an `SQLite` database.
    pub fn file(&self) -> PathBuf {
        self.path("data/balcao.db")
    }

    pub fn database_url(&self) -> String {
        match &self.postgres {
            Some(postgres) => postgres.url(),
            None => format!("sqlite://{}", self.file().display()),
        }
    }

    /// Changes the database behind the program's back.
    pub fn execute(&self, sql: &str) {
        database::run(&self.database_url(), sql);
    }

    /// A command, yet to be started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balcao"));
        command
            .args(arguments)
            .current_dir(self.home.path())
            .env_clear()
            .envs(self.settings.iter().cloned())
            .stdin(Stdio::null());
        command
    }

    /// A command, from start to end.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        Outcome::of(&self.command(arguments).output().unwrap())
    }

    /// A command whose words go to a file; `/dev/full` is one.
    pub fn run_into(&self, file: &Path, arguments: &[&str]) -> Outcome {
        let file = std::fs::OpenOptions::new().write(true).open(file).unwrap();
        let output = self.command(arguments).stdout(file).output().unwrap();
        Outcome::of(&output)
    }

    /// A command whose words nobody reads: what it writes to has been closed.
    pub fn run_unheard(&self, arguments: &[&str]) -> Outcome {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = self.command(arguments).stdout(writer).output().unwrap();
        Outcome::of(&output)
    }

    /// An instance for this machine alone, with demo content, once it serves.
    pub fn serve(&self) -> Instance {
        Instance::start(self.command(&["serve", "--development"]))
    }

    /// The same, as `make dev` starts it.
    pub fn serve_reloading(&self) -> Instance {
        Instance::start(self.command(&["serve", "--development", "--reload"]))
    }
}
