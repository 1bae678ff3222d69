//! What machines ask.

use std::time::Duration;

use axum::http::{StatusCode, header};
use sea_orm::{ConnectionTrait, DatabaseBackend};

use crate::harness::TestApp;

#[tokio::test]
async fn the_portal_says_that_it_lives_and_is_ready() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz"] {
        let answer = app.visitor().get(path).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
}

#[tokio::test]
async fn links_are_not_for_search_engines() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/robots.txt").await;
    assert!(answer.html().contains("Disallow: /acesso/"));
}

#[tokio::test]
async fn whether_it_is_ready_is_said_part_by_part() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/readyz").await;
    let parts = "ready\ndatabase: ok\nmigrations: ok\nlast write: ok\nkey: ok\n";
    assert_eq!(answer.html(), parts);
}

#[tokio::test]
async fn a_database_that_is_away_is_said_to_people_programs_and_machines() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    if !app.loses_its_database() {
        return;
    }
    for path in [
        "/minhas-aplicacoes".to_owned(),
        format!("/minhas-aplicacoes/{group}"),
    ] {
        let answer = ana.get(&path).await;
        answer.is(StatusCode::SERVICE_UNAVAILABLE);
        assert!(!answer.header(header::RETRY_AFTER).is_empty(), "{path}");
    }
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "A1b2C3d4E5f6G7h8I9j0"),
        ("client_secret", "blc_neverseen"),
    ];
    let answer = app.visitor().post("/oauth2/v1/token", &form).await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
    let answer = app.visitor().get("/readyz").await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
    assert!(!answer.html().contains("database: ok"), "{}", answer.html());
    app.visitor().get("/healthz").await.is(StatusCode::OK);

    app.finds_its_database();
    let back = async { while ana.get("/minhas-aplicacoes").await.status != StatusCode::OK {} };
    tokio::time::timeout(Duration::from_mins(1), back)
        .await
        .expect("it is found again");
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_named() {
    let app = TestApp::start().await;
    let sql = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_tomorrow', 0)";
    let writer = app.portal.db.writer();
    writer.execute_unprepared(sql).await.unwrap();
    let answer = app.visitor().get("/readyz").await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        answer
            .html()
            .contains("migrations: was migrated by a newer version"),
        "{}",
        answer.html()
    );
}

#[tokio::test]
async fn a_database_of_an_older_program_is_told_what_it_misses() {
    let app = TestApp::start().await;
    let sql = "DELETE FROM seaql_migrations \
               WHERE version = (SELECT max(version) FROM seaql_migrations)";
    let writer = app.portal.db.writer();
    writer.execute_unprepared(sql).await.unwrap();
    let answer = app.visitor().get("/readyz").await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
    let told = "migrations: misses 1 migration; run `balcao migrate up`\n";
    assert!(answer.html().contains(told), "{}", answer.html());
}

#[tokio::test]
async fn who_asks_does_not_wait_behind_those_who_write() {
    let app = TestApp::start().await;
    let db = &app.portal.db;
    let all = match db.writer().get_database_backend() {
        DatabaseBackend::Sqlite => 1,
        _ => 12,
    };
    let mut taken = Vec::new();
    for _ in 0..all {
        taken.push(db.begin().await.unwrap());
    }
    let answer = app.visitor().get("/readyz").await;
    answer.is(StatusCode::OK);
}
