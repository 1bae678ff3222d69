//! A server that is not there, and how soon and how exactly that is said.

use std::time::Duration;

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use super::*;
use crate::{db::Absence, testing::database::TestDatabase};

/// Far below the ten seconds that a pool waits, and far above the two that it takes.
const SOON: Duration = Duration::from_secs(8);

async fn why<T>(answer: impl Future<Output = Result<T, DbErr>>) -> Option<Unavailable> {
    let answer = timeout(SOON, answer).await.expect("an answer in time");
    answer.err().as_ref().and_then(Unavailable::of)
}

async fn answers(db: &Db) -> Result<(), DbErr> {
    db.writer().execute_unprepared("SELECT 1").await.map(drop)
}

/// The parts of the address of the test's own database; none where it is a file.
struct Address {
    user: String,
    password: String,
    place: String,
    rest: String,
}

impl Address {
    fn of(database: &TestDatabase) -> Option<Self> {
        let url = database.url();
        let (login, place) = url.strip_prefix("postgres://")?.split_once('@')?;
        let (user, password) = login.split_once(':')?;
        let (place, rest) = place.split_once('/')?;
        let owned = str::to_owned;
        Some(Self {
            user: owned(user),
            password: owned(password),
            place: owned(place),
            rest: owned(rest),
        })
    }

    fn url(&self, password: &str, place: &str, rest: &str) -> String {
        format!("postgres://{}:{password}@{place}/{rest}", self.user)
    }
}

/// Stands before the server, and can be taken away.
struct Relay {
    place: String,
    task: JoinHandle<()>,
}

impl Relay {
    async fn start(place: &str, to: &str) -> Self {
        let listener = TcpListener::bind(place).await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let to = to.to_owned();
        let task = tokio::spawn(async move {
            let mut calls = JoinSet::new();
            loop {
                let (mut client, _) = listener.accept().await.unwrap();
                let to = to.clone();
                calls.spawn(async move {
                    let mut server = TcpStream::connect(to).await.unwrap();
                    let _ = copy_bidirectional(&mut client, &mut server).await;
                });
            }
        });
        Self { place, task }
    }

    /// Ends with every call that goes through it.
    async fn end(self) -> String {
        self.task.abort();
        let _ = self.task.await;
        self.place
    }
}

#[tokio::test]
async fn refused_and_unreachable_are_told_apart() {
    let nobody = why(Db::connect("postgres://a:b@127.0.0.1:1/c")).await;
    assert_eq!(nobody, Some(Unavailable::Away(Absence::Refused)));
    // A name that nobody will ever have (RFC 6761 §6.4).
    let nowhere = why(Db::connect("postgres://a:b@database.invalid/c")).await;
    assert_eq!(nowhere, Some(Unavailable::Away(Absence::Unreachable)));
}

#[tokio::test]
async fn so_are_a_wrong_password_and_a_missing_database() {
    let database = TestDatabase::create();
    let Some(it) = Address::of(&database) else {
        return;
    };
    let stranger = it.url("wrong", &it.place, &it.rest);
    assert_eq!(
        why(Db::connect(&stranger)).await,
        Some(Unavailable::Away(Absence::Denied))
    );
    let lost = it.url(&it.password, &it.place, "no_such_database");
    assert_eq!(
        why(Db::connect(&lost)).await,
        Some(Unavailable::Away(Absence::NoSuchDatabase))
    );
}

#[tokio::test]
async fn a_server_that_goes_away_is_missed_at_once_and_found_again() {
    let database = TestDatabase::create();
    let Some(it) = Address::of(&database) else {
        return;
    };
    let relay = Relay::start("127.0.0.1:0", &it.place).await;
    let url = it.url(&it.password, &relay.place, &it.rest);
    let db = Db::connect(&url).await.unwrap();
    answers(&db).await.unwrap();

    let place = relay.end().await;
    assert_eq!(
        why(db.begin()).await,
        Some(Unavailable::Away(Absence::Refused))
    );
    assert_eq!(db.absence(), Some(Absence::Refused));
    assert_eq!(
        why(answers(&db)).await,
        Some(Unavailable::Away(Absence::Refused))
    );

    let relay = Relay::start(&place, &it.place).await;
    timeout(SOON, async { while answers(&db).await.is_err() {} })
        .await
        .expect("the server is found again");
    drop(db);
    relay.end().await;
}

#[tokio::test]
async fn who_is_asked_for_first_does_not_wait_behind_those_who_take_long() {
    let test = testing::portal().await;
    let db = &test.portal.db;
    // Every connection there is for writing is taken.
    let all = match db.writer().get_database_backend() {
        sea_orm::DatabaseBackend::Sqlite => 1,
        _ => 12,
    };
    let mut taken = Vec::new();
    for _ in 0..all {
        taken.push(db.begin().await.unwrap());
    }
    for pool in [db.sessions(), db.searches()] {
        let answer = timeout(SOON, counter::last(pool, "anything")).await;
        assert_eq!(answer.unwrap().unwrap(), 0);
    }
}
