//! Browsers that ask whether they may call.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::verbatim::{Verbatim, ok};
use crate::harness::{Answer, Program, TestApp};

const CORS: &str = "access-control-allow-origin: https://bank.example\r\n";

async fn asks(program: &Program, headers: &[(&str, &str)]) -> Answer {
    let request = Request::options("/identity/v1/x");
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    program.sends(request, Body::empty()).await
}

#[tokio::test]
async fn who_runs_the_api_says_so() {
    let (app, program, upstream) = Verbatim::start(|_, _, _| Some(ok(CORS))).await;
    let preflight = [
        ("origin", "https://bank.example"),
        ("access-control-request-method", "POST"),
    ];
    let answer = asks(&program, &preflight).await;
    let allowed = answer.is(StatusCode::OK);
    let allowed = allowed.header(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    assert_eq!(allowed, "https://bank.example");
    assert_eq!(upstream.requests(), 1);
    app.counts().await;
    assert_eq!(app.rows("calls").await, 0);
}

#[tokio::test]
async fn nothing_else_passes_without_a_token() {
    let (_app, program, upstream) = Verbatim::start(|_, _, _| Some(ok(CORS))).await;
    for headers in [&[][..], &[("origin", "https://bank.example")]] {
        asks(&program, headers).await.is(StatusCode::UNAUTHORIZED);
    }
    assert_eq!(upstream.requests(), 0);
}

#[tokio::test]
async fn where_nothing_is_forwarded_a_token_is_needed() {
    let (_app, program) = TestApp::with_program().await;
    let preflight = [
        ("origin", "https://bank.example"),
        ("access-control-request-method", "POST"),
    ];
    asks(&program, &preflight)
        .await
        .is(StatusCode::UNAUTHORIZED);
}
