//! Signing out.

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, flash};

use crate::harness::{ANA, SESSION, TestApp};

#[tokio::test]
async fn it_ends_the_session_in_the_browser_and_on_the_server() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let session = ana.cookie(SESSION).unwrap();
    let answer = ana.post("/sair", &[]).await;
    assert_eq!(answer.location(), "/");
    assert_eq!(answer.headers["clear-site-data"], "\"cache\"");
    assert!(!ana.has_cookie(SESSION));
    assert_eq!(ana.get("/").await.flash(), flash::signed_out(PtBr));
    let thief = app.visitor();
    thief.plant_cookie(SESSION, &session);
    thief.get("/conta").await.location();
    let [entry] = &app.trail(Action::SignedOut).await[..] else {
        panic!("signing out once is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
}

#[tokio::test]
async fn other_browsers_stay_in() {
    let app = TestApp::start().await;
    let here = app.signed_in(ANA, &[]).await;
    let there = app.signs_in(ANA).await;
    here.post("/sair", &[]).await.location();
    there.get("/conta").await.is(StatusCode::OK);
}

#[tokio::test]
async fn whoever_is_out_already_is_told_the_same() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    assert_eq!(visitor.post("/sair", &[]).await.location(), "/");
    assert!(app.trail(Action::SignedOut).await.is_empty());
}

#[tokio::test]
async fn a_link_to_it_signs_nobody_out() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    ana.get("/sair").await.is(StatusCode::METHOD_NOT_ALLOWED);
    ana.get("/conta").await.is(StatusCode::OK);
}

#[tokio::test]
async fn the_session_of_a_link_ends_too() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    assert_eq!(ana.post("/sair", &[]).await.location(), "/");
    ana.get("/senha").await.location();
}
