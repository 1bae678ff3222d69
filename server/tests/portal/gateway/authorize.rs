//! Gateways that are there already ask whether a call may pass.

use axum::http::{HeaderName, StatusCode, header};
use chrono::Days;
use domain::{
    catalogue::{ApiFiles, ApiState},
    testing,
};

use crate::harness::{Answer, Program, TestApp};

const PATH: &str = "/gateway/authorize";
const CLIENT: HeaderName = HeaderName::from_static("x-client-id");
const PLAN: HeaderName = HeaderName::from_static("x-plan");
const LIMIT: HeaderName = HeaderName::from_static("ratelimit");

async fn asks(program: &Program, token: &str, asked: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", &*bearer), ("x-original-uri", asked)];
    program.gets(PATH, &headers).await
}

#[tokio::test]
async fn who_may_pass_is_described() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let answer = asks(&program, &token, "/identity/v1/mobileidentities/smvs?x=1").await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(CLIENT), program.public_key);
    assert_eq!(answer.header(PLAN), "trial");
    assert!(answer.header(LIMIT).starts_with("\"trial\";r=999"));
    assert!(answer.bytes.is_empty());
}

#[tokio::test]
async fn the_gateway_is_told_that_an_api_is_about_to_end() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let own = "/identity/v1/mobileidentities/smvs";
    let told = HeaderName::from_static("sunset");
    assert_eq!(asks(&program, &token, own).await.header(told.clone()), "");
    let deprecated = ApiFiles {
        state: Some(ApiState::Deprecated),
        sunset: Some(app.portal.now().date_naive() + Days::new(90)),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", deprecated).await;
    app.works().await;
    let answer = asks(&program, &token, own).await;
    answer.is(StatusCode::OK);
    assert!(answer.header(told.clone()).ends_with(" GMT"));
    assert!(
        answer
            .header(HeaderName::from_static("deprecation"))
            .starts_with('@')
    );
    assert!(answer.header(header::LINK).contains("rel=\"deprecation\""));
    let refused = program.gets(PATH, &[("x-original-uri", own)]).await;
    assert!(refused.header(told.clone()).ends_with(" GMT"));
}

#[tokio::test]
async fn who_may_not_is_refused_with_the_right_status() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let own = "/identity/v1/mobileidentities/smvs";
    let answer = program.gets(PATH, &[("x-original-uri", own)]).await;
    answer.is(StatusCode::UNAUTHORIZED);
    assert!(!answer.header(header::WWW_AUTHENTICATE).is_empty());
    for (path, status) in [
        ("/credit/v1/scores", StatusCode::FORBIDDEN),
        ("/nobody/v1", StatusCode::FORBIDDEN),
        (
            "/credit/v1/scores?x=://y/identity/v1",
            StatusCode::FORBIDDEN,
        ),
        ("/identity/v1/../../crm/v1/contacts", StatusCode::FORBIDDEN),
        (
            "/identity/v1/%2e%2e/%2e%2e/crm/v1/contacts",
            StatusCode::FORBIDDEN,
        ),
    ] {
        asks(&program, &token, path).await.is(status);
    }
    let bearer = format!("Bearer {token}");
    let answer = program.gets(PATH, &[("authorization", &bearer)]).await;
    answer.is(StatusCode::BAD_REQUEST);
    let two = [
        ("authorization", &*bearer),
        ("x-original-uri", own),
        ("x-forwarded-uri", "/crm/v1/contacts"),
    ];
    let answer = program.gets(PATH, &two).await;
    answer.is(StatusCode::BAD_REQUEST);
    app.allows_calls("smv", 1).await;
    asks(&program, &token, own).await.is(StatusCode::OK);
    let over = asks(&program, &token, own).await;
    over.is(StatusCode::TOO_MANY_REQUESTS);
    assert!(!over.header(header::RETRY_AFTER).is_empty());
    app.counts().await;
    app.works().await;
}

#[tokio::test]
async fn the_address_may_stand_behind_ours_as_envoy_sends_it() {
    let (_app, program) = TestApp::with_program().await;
    let bearer = format!("Bearer {}", program.token().await);
    let headers = [
        ("authorization", &*bearer),
        ("x-original-uri", "/identity/v1/x"),
    ];
    for (asked, status) in [
        ("/identity/v1/mobileidentities/smvs?x=1", StatusCode::OK),
        ("/credit/v1/scores", StatusCode::FORBIDDEN),
        ("/identity/v1/..;/crm/v1/contacts", StatusCode::FORBIDDEN),
        (
            "/identity/v1%3F/../../crm/v1/contacts",
            StatusCode::FORBIDDEN,
        ),
        (
            "/identity/v1%23/../../crm/v1/contacts",
            StatusCode::FORBIDDEN,
        ),
    ] {
        let answer = program.gets(&format!("{PATH}{asked}"), &headers).await;
        answer.is(status);
    }
}

#[tokio::test]
async fn test_keys_open_nothing_behind_another_gateway() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    let program = app.tester_of(&ana, &group, &request).await;
    let token = program.token().await;
    let answer = asks(&program, &token, "/identity/v1/mobileidentities/smvs").await;
    answer.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_may_not_pass_is_recorded_for_whoever_asks_why() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", &*bearer),
        ("x-original-uri", "/credit/v1/scores?x=1"),
        ("x-original-method", "POST"),
    ];
    let answer = program.gets(PATH, &headers).await;
    answer.is(StatusCode::FORBIDDEN);
    let transaction = answer.header(HeaderName::from_static("x-transaction-id"));
    assert_eq!(transaction.len(), 36);
    app.counts().await;
    let recorded = "calls WHERE status = 403 AND method = 'POST' AND path = '/credit/v1/scores'";
    assert_eq!(app.rows(recorded).await, 1);
}
