//! Trial calls: answered by the sandbox, in the API's own shape.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use http_body::{Body as HttpBody, Frame};
use serde_json::{Value, json};

use crate::harness::{Answer, HTTPS, Program, TestApp, smv};

#[tokio::test]
async fn each_test_number_gets_its_documented_answer() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    for (number, status, code) in [
        ("5511999990200", 200, ""),
        ("5511999990202", 202, ""),
        ("5511999990400", 400, "API-SMV-400"),
        ("5511999990403", 403, "API-SMV-403"),
        ("5511999990404", 404, "API-SMV-404"),
        ("5511999990418", 418, "API-SMV-418"),
        ("5511999990500", 500, "API-SMV-500"),
        ("5511912345678", 404, "API-SMV-404"),
    ] {
        let answer = program.calls_smv(&token, &smv(number)).await;
        assert_eq!(answer.status, status, "{number}: {}", answer.html());
        let json: Value = answer.json();
        if !code.is_empty() {
            assert_eq!(json["error"]["errorCode"], code);
            assert_eq!(json["error"]["httpCode"], status.to_string());
            assert_eq!(json["transactionId"], answer.header(X_REQUEST_ID));
        }
    }
    drop(app);
}

const X_REQUEST_ID: header::HeaderName = header::HeaderName::from_static("x-request-id");

#[tokio::test]
async fn the_token_may_come_in_either_header_but_once() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let bearer = format!("Bearer {token}");
    let call = async |headers: &[(&str, &str)]| {
        program
            .posts_json(SMV, headers, &smv("5511999990200"))
            .await
            .status
    };
    assert_eq!(call(&[("x-client-auth", &bearer)]).await, StatusCode::OK);
    assert_eq!(call(&[("authorization", &bearer)]).await, StatusCode::OK);
    let twice = [("x-client-auth", &*bearer), ("authorization", &*bearer)];
    assert_eq!(call(&twice).await, StatusCode::BAD_REQUEST);
}

const SMV: &str = "/identity/v1/mobileidentities/smvs";

#[track_caller]
fn refused(answer: &Answer, status: StatusCode, code: &str) {
    let json: Value = answer.is(status).json();
    assert_eq!(json["error"]["errorCode"], code, "{json}");
    assert_eq!(json["apiVersion"], json["apiVersion"].as_str().unwrap());
    let link = json["error"]["link"]["href"].as_str().unwrap();
    assert!(link.starts_with(HTTPS), "{link}");
    assert_eq!(json["error"]["link"]["rel"], "related");
}

#[tokio::test]
async fn without_a_good_token_nothing_is_answered() {
    let (app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let none = program.posts_json(SMV, &[], &smv("5511999990200")).await;
    refused(&none, StatusCode::UNAUTHORIZED, "API-SMV-401");
    assert_eq!(
        none.header(header::WWW_AUTHENTICATE),
        "Bearer realm=\"api\""
    );
    for bad in ["nonsense", &token[..token.len() - 2], &program.credential()] {
        let answer = program.calls_smv(bad, &smv("5511999990200")).await;
        refused(&answer, StatusCode::UNAUTHORIZED, "API-SMV-401");
        assert!(
            answer
                .header(header::WWW_AUTHENTICATE)
                .contains("invalid_token")
        );
    }
    app.clock.advance(std::time::Duration::from_hours(1));
    let late = program.calls_smv(&token, &smv("5511999990200")).await;
    refused(&late, StatusCode::UNAUTHORIZED, "API-SMV-401");
    // Whose call it was is told by the token that was good once, and by no other.
    app.counts().await;
    assert_eq!(app.rows("calls WHERE status = 401").await, 1);
}

#[tokio::test]
async fn the_basic_credential_is_no_token() {
    let (_app, program) = TestApp::with_program().await;
    let basic = program.basic();
    let answer = program
        .posts_json(SMV, &[("x-client-auth", &basic)], &smv("5511999990200"))
        .await;
    refused(&answer, StatusCode::UNAUTHORIZED, "API-SMV-401");
}

#[tokio::test]
async fn a_token_opens_its_own_api_alone() {
    let (_app, program) = TestApp::with_program().await;
    let bearer = format!("Bearer {}", program.token().await);
    let body = json!({"data": {"document": "12ABC34501DE35"}});
    let answer = program
        .posts_json("/credit/v1/scores", &[("x-client-auth", &bearer)], &body)
        .await;
    answer.is(StatusCode::FORBIDDEN);
    assert!(answer.html().contains("API-SCORE-403"), "{}", answer.html());
    let challenge = answer.header(header::WWW_AUTHENTICATE);
    assert!(challenge.contains("invalid_token"), "{challenge}");
}

#[tokio::test]
async fn a_revoked_token_is_refused_at_once() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let before = program.calls_smv(&token, &smv("5511999990200")).await;
    before.is(StatusCode::OK);
    program.revokes(&token).await;
    let after = program.calls_smv(&token, &smv("5511999990200")).await;
    refused(&after, StatusCode::UNAUTHORIZED, "API-SMV-401");
}

#[tokio::test]
async fn a_wrong_field_is_named() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    for (field, value) in [
        ("msisdn", json!("+5511999990200")),
        ("ip", json!("nowhere")),
        ("port", json!("51544")),
        ("port", json!(1.5)),
        ("timestamp", json!("now")),
    ] {
        let mut body = smv("5511999990200");
        body["data"][field] = value;
        let answer = program.calls_smv(&token, &body).await;
        refused(&answer, StatusCode::BAD_REQUEST, "API-SMV-400");
        assert!(answer.html().contains(field), "{}", answer.html());
    }
}

#[tokio::test]
async fn nothing_is_kept_and_no_page_of_the_portal_is_shown() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let answer = program.calls_smv(&token, &smv("5511999990200")).await;
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(answer.header(header::SET_COOKIE), "");
    let bearer = format!("Bearer {token}");
    let unknown = program
        .gets("/identity/v1/nada", &[("x-client-auth", &bearer)])
        .await;
    refused(&unknown, StatusCode::NOT_FOUND, "API-SMV-404");
}

#[tokio::test]
async fn a_body_that_is_far_too_long_is_refused() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    let body = json!({"data": {"msisdn": "9".repeat(100_000)}});
    let answer = program.calls_smv(&token, &body).await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
}

/// A body whose sender hangs up.
struct BrokenOff;

impl HttpBody for BrokenOff {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_nobodys_mistake() {
    let (app, program) = TestApp::with_program().await;
    let bearer = format!("Bearer {}", program.token().await);
    let request = Request::post(SMV).header("x-client-auth", bearer);
    program.sends(request, Body::new(BrokenOff)).await;
    app.counts().await;
    assert_eq!(app.rows("calls WHERE status = 499").await, 1);
}

#[tokio::test]
async fn a_head_is_answered_as_a_get() {
    let (_app, crm) = TestApp::with_program_of("crm-na-nuvem").await;
    let bearer = format!("Bearer {}", crm.token().await);
    let request = Request::head("/crm/v1/contacts").header("x-client-auth", bearer);
    crm.sends(request, Body::empty()).await.is(StatusCode::OK);
}

#[tokio::test]
async fn two_instances_answer_alike() {
    let (app, program) = TestApp::with_program().await;
    let second = app.second_instance().await;
    let elsewhere: Program = program.at(second.router());
    let token = program.token().await;
    elsewhere
        .calls_smv(&token, &smv("5511999990200"))
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn who_waits_for_an_approval_calls_the_sandbox_with_test_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    let program = app.tester_of(&ana, &group, &request).await;
    let token = program.token().await;
    let answer = program.calls_smv(&token, &smv("5511999990200")).await;
    answer.is(StatusCode::OK);
    let left = answer.header(header::HeaderName::from_static("ratelimit"));
    assert!(left.starts_with("\"sandbox\";r=199;"), "{left}");
    app.rejects(&app.carlos().await, &request).await;
    let answer = program.calls_smv(&token, &smv("5511999990200")).await;
    refused(&answer, StatusCode::UNAUTHORIZED, "API-SMV-401");
    let answer = program.asks_for_token().await;
    answer.is(StatusCode::UNAUTHORIZED);
    app.counts().await;
}
