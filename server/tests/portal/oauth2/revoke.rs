//! `POST /oauth2/v1/revoke`: a token ends before its time.

use axum::http::StatusCode;

use crate::harness::TestApp;

#[tokio::test]
async fn a_revoked_token_is_inactive_at_once_and_its_sister_is_not() {
    let (_app, program) = TestApp::with_program().await;
    let (token, sister) = (program.token().await, program.token().await);
    program.revokes(&token).await.is(StatusCode::OK);
    assert!(!program.is_active(&token).await);
    assert!(program.is_active(&sister).await);
    program.revokes(&token).await.is(StatusCode::OK);
}

#[tokio::test]
async fn nobody_revokes_the_token_of_another_and_nobody_is_told() {
    let (app, program) = TestApp::with_program().await;
    let other = app.another_program().await;
    let token = program.token().await;
    other.revokes(&token).await.is(StatusCode::OK);
    assert!(program.is_active(&token).await);
    program.revokes("nonsense").await.is(StatusCode::OK);
}

#[tokio::test]
async fn another_instance_hears_of_it() {
    let (app, program) = TestApp::with_program().await;
    let second = app.second_instance().await;
    let elsewhere = program.at(second.router());
    let token = program.token().await;
    assert!(elsewhere.is_active(&token).await);
    program.revokes(&token).await.is(StatusCode::OK);
    second.catches_up().await;
    assert!(!elsewhere.is_active(&token).await);
}
