//! `POST /oauth2/v1/introspect`: who is told what a token is.

use axum::http::StatusCode;
use domain::oauth;
use serde_json::{Value, json};

use crate::harness::{HTTPS, TestApp};

#[tokio::test]
async fn an_application_is_told_of_its_own_token() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let now = app.portal.now().timestamp();
    let told = program.introspects(&token).await;
    let expected = json!({
        "active": true,
        "scope": "smv",
        "client_id": program.public_key,
        "token_type": "Bearer",
        "exp": now + 3600,
        "iat": now,
        "nbf": now,
        "sub": program.public_key,
        "aud": format!("{HTTPS}/identity/v1"),
        "iss": HTTPS,
        "jti": told["jti"],
    });
    assert_eq!(told, expected);
    assert!(told["jti"].is_string());
}

#[tokio::test]
async fn nobody_else_is() {
    let (app, program) = TestApp::with_program().await;
    let other = app.another_program().await;
    let token = program.token().await;
    assert_eq!(other.introspects(&token).await, json!({"active": false}));
    for nonsense in ["x", "a.b.c", "", &"x".repeat(5000)] {
        let answer = program
            .posts(
                "/oauth2/v1/introspect",
                &[("x-client-auth", &program.basic())],
                &format!("token={nonsense}"),
            )
            .await;
        let json: Value = answer.json();
        assert!(json == json!({"active": false}) || json["error"] == "invalid_request");
    }
}

#[tokio::test]
async fn a_gateway_is_told_of_everybodys() {
    let (app, program) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    let token = program.token().await;
    assert!(gateway.is_active(&token).await);
    oauth::revoke_resource_server(&app.system(), "nginx")
        .await
        .unwrap();
    let answer = gateway.revokes(&token).await;
    answer.is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_gateway_gets_no_token_of_its_own() {
    let (app, _program) = TestApp::with_program().await;
    let answer = app.gateway("nginx").await.asks_for_token().await;
    let json: Value = answer.is(StatusCode::BAD_REQUEST).json();
    assert_eq!(json["error"], "unauthorized_client");
}

#[tokio::test]
async fn a_token_ends_with_its_hour() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    app.clock.advance(std::time::Duration::from_secs(3599));
    assert!(program.is_active(&token).await);
    app.clock.advance(std::time::Duration::from_secs(1));
    assert!(!program.is_active(&token).await);
}

#[tokio::test]
async fn a_gateway_that_was_revoked_leaves_its_name_to_another() {
    let (app, program) = TestApp::with_program().await;
    let first = app.gateway("nginx").await;
    let second_of_the_name = oauth::add_resource_server(&app.system(), "nginx", |_| Ok(())).await;
    assert!(second_of_the_name.is_err());
    oauth::revoke_resource_server(&app.system(), "nginx")
        .await
        .unwrap();
    let second = app.gateway("nginx").await;
    let token = program.token().await;
    assert!(second.is_active(&token).await);
    first.revokes(&token).await.is(StatusCode::UNAUTHORIZED);
}
