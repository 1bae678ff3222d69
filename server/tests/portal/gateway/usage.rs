//! Gateways that are there already report what they answered.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    BoxError,
    body::{Body, Bytes},
    http::{Request, StatusCode},
};
use http_body::{Body as HttpBody, Frame};
use serde_json::{Value, json};

use crate::harness::{Answer, Program, TestApp};

const PATH: &str = "/gateway/usage";

async fn reports(gateway: &Program, batch: &Value) -> Answer {
    let basic = gateway.basic();
    gateway
        .posts_json(PATH, &[("authorization", &basic)], batch)
        .await
}

fn batch(client: &str) -> Value {
    let call = |status: u16| {
        json!({
            "clientId": client, "at": "2026-09-07T11:00:00Z", "method": "POST",
            "path": "/identity/v1/mobileidentities/smvs?msisdn=1", "status": status, "milliseconds": 12.5,
        })
    };
    json!({"batchId": "0199c0de-0000-7000-8000-000000000001", "calls": [call(200), call(404)]})
}

#[tokio::test]
async fn a_batch_counts_once() {
    let (app, program) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    let batch = batch(&program.public_key);
    let first: Value = reports(&gateway, &batch).await.json();
    assert_eq!(first, json!({"counted": 2, "unknown": 0, "malformed": 0}));
    let again: Value = reports(&gateway, &batch).await.json();
    assert_eq!(again, json!({"duplicate": true}));
    for status in [200, 404] {
        let stored = format!(
            "calls WHERE status = {status} AND kind = 'trial' AND method = 'POST' AND \
             path = '/identity/v1/mobileidentities/smvs' AND micros = 12500"
        );
        assert_eq!(app.rows(&stored).await, 1, "{status}");
    }
    assert_eq!(app.rows("calls").await, 2);
}

#[tokio::test]
async fn calls_of_nobody_are_told_back() {
    let (app, _) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    let answer = reports(&gateway, &batch(&"x".repeat(32))).await;
    let json: Value = answer.is(StatusCode::OK).json();
    assert_eq!(json, json!({"counted": 0, "unknown": 2, "malformed": 0}));
}

#[tokio::test]
async fn only_a_gateway_may_report() {
    let (app, program) = TestApp::with_program().await;
    let batch = batch(&program.public_key);
    reports(&program, &batch).await.is(StatusCode::UNAUTHORIZED);
    let gateway = app.gateway("nginx").await;
    reports(&gateway.mistaken(), &batch)
        .await
        .is(StatusCode::UNAUTHORIZED);
    let answer = gateway.posts_json(PATH, &[], &batch).await;
    answer.is(StatusCode::UNAUTHORIZED);
    let nonsense = json!({"batchId": "x"});
    reports(&gateway, &nonsense)
        .await
        .is(StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_wrong_with_one_call_does_not_hold_up_the_others() {
    let (app, program) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    let mut batch = batch(&program.public_key);
    batch["calls"][0]["path"] = json!("/identity/v1/?");
    batch["calls"][1]["status"] = json!("none");
    // NGINX writes the bytes of a path as they came.
    let body = batch.to_string().replace("/v1/?", "/v1/\u{0}");
    let body: Vec<u8> = body.into_bytes();
    let body = body
        .into_iter()
        .map(|byte| if byte == 0 { 0xff } else { byte });
    let request = Request::post(PATH).header("authorization", gateway.basic());
    let body = Body::from(body.collect::<Vec<_>>());
    let answer: Value = gateway.sends(request, body).await.json();
    assert_eq!(answer, json!({"counted": 1, "unknown": 0, "malformed": 1}));
}

/// A body that must not be read.
struct Untouched;

impl HttpBody for Untouched {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        panic!("the body of a stranger was read");
    }
}

#[tokio::test]
async fn what_a_stranger_sends_is_not_read() {
    let (app, program) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    for header in [
        "Basic x",
        "Bearer x",
        &program.basic(),
        &gateway.mistaken().basic(),
    ] {
        let request = Request::post(PATH).header("authorization", header);
        let answer = program.sends(request, Body::new(Untouched)).await;
        answer.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn what_is_meant_for_others_is_not_looked_at() {
    let (app, program) = TestApp::with_program().await;
    let gateway = app.gateway("nginx").await;
    let basic = gateway.basic();
    let headers = [("x-client-auth", "Bearer x"), ("authorization", &basic)];
    let batch = batch(&program.public_key);
    let answer = gateway.posts_json(PATH, &headers, &batch).await;
    answer.is(StatusCode::OK);
}
