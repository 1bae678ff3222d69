//! `PgBouncer` between the portal and the server, where it is installed.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;
use tokio::{task::JoinSet, time::sleep};

use super::*;
use crate::{catalogue::Catalogue, db::PoolMode, testing::database::TestDatabase};

const PROGRAM: &str = "/usr/sbin/pgbouncer";

/// Ends when it is dropped.
struct Bouncer {
    child: Child,
    url: String,
    _home: TempDir,
}

impl Bouncer {
    /// Before the server of a database; none where the database is a file.
    async fn before(
        database: &TestDatabase,
        mode: &str,
        server_connections: usize,
    ) -> Option<Self> {
        let url = database.url();
        let (login, place) = url.strip_prefix("postgres://")?.split_once('@')?;
        if !Path::new(PROGRAM).exists() {
            eprintln!("skipped: there is no {PROGRAM}");
            return None;
        }
        let (server, rest) = place.split_once('/')?;
        let port = free_port();
        let home = TempDir::new().unwrap();
        let settings = configuration(server, mode, port, server_connections, home.path());
        let (user, password) = login.split_once(':')?;
        fs::write(
            home.path().join("users"),
            format!("\"{user}\" \"{password}\"\n"),
        )
        .unwrap();
        let file = home.path().join("pgbouncer.ini");
        fs::write(&file, settings).unwrap();
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let child = start(&file);
        let url = format!("postgres://{login}@127.0.0.1:{port}/{rest}");
        let bouncer = Self {
            child,
            url,
            _home: home,
        };
        bouncer.answers().await;
        Some(bouncer)
    }

    async fn answers(&self) {
        for _ in 0..200 {
            if Db::connect(&self.url).await.is_ok() {
                return;
            }
            sleep(Duration::from_millis(25)).await;
        }
        panic!("PgBouncer does not answer");
    }
}

impl Drop for Bouncer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn configuration(server: &str, mode: &str, port: u16, connections: usize, home: &Path) -> String {
    let (host, server_port) = server.split_once(':').unwrap();
    let users = home.join("users");
    format!(
        "[databases]\n* = host={host} port={server_port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n\
         listen_port = {port}\nunix_socket_dir =\nauth_type = plain\nauth_file = {}\n\
         pool_mode = {mode}\ndefault_pool_size = {connections}\n",
        users.display()
    )
}

/// It refuses to run as root, and then wants to be told who it should be.
fn start(file: &Path) -> Child {
    let mut command = Command::new(PROGRAM);
    let is_root = fs::metadata("/proc/self").is_ok_and(|it| {
        use std::os::unix::fs::MetadataExt;
        it.uid() == 0
    });
    if is_root {
        command.args(["-u", "nobody"]);
    }
    command
        .arg("-q")
        .arg(file)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Eight at once, each ten times, on fewer connections of the server.
async fn work_together(db: &Db) {
    let mut workers = JoinSet::new();
    for _ in 0..8 {
        let db = db.clone();
        workers.spawn(async move {
            for _ in 0..10 {
                counts(&db, "together").await.unwrap();
                stored(&db, "together").await;
                Catalogue::load(&db).await.unwrap();
            }
        });
    }
    while let Some(done) = workers.join_next().await {
        done.unwrap();
    }
    assert_eq!(stored(db, "together").await, 80);
}

async fn works_through(mode: &str, pool_mode: PoolMode, server_connections: usize) {
    let database = TestDatabase::create();
    drop(database.connect().await);
    let Some(bouncer) = Bouncer::before(&database, mode, server_connections).await else {
        return;
    };
    // Two instances share what the pooler shares.
    let one = Db::connect_by(&bouncer.url, pool_mode).await.unwrap();
    let other = Db::connect_by(&bouncer.url, pool_mode).await.unwrap();
    work_together(&one).await;
    assert_eq!(counts(&other, "together").await.unwrap(), 81);
    let taken = rows::ActiveModel {
        name: Set("together".to_owned()),
        value: Set(1),
    };
    let refused = rows::Entity::insert(taken)
        .exec_without_returning(other.writer())
        .await;
    assert!(refused.is_err());
    assert_eq!(stored(&other, "together").await, 81);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pooler_that_shares_sessions_is_no_obstacle() {
    works_through("session", PoolMode::Session, 40).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn neither_is_one_that_shares_transactions() {
    works_through("transaction", PoolMode::Transaction, 2).await;
}
