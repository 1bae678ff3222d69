//! The calls of a Trial: so many, in so many days.

use std::time::Duration;

use axum::http::{HeaderName, StatusCode, header};

use crate::harness::{Answer, Program, TestApp, smv};

const LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const DAY: Duration = Duration::from_hours(24);

async fn call(program: &Program, token: &str) -> Answer {
    program.calls_smv(token, &smv("5511999990200")).await
}

#[tokio::test]
async fn every_answer_says_how_many_are_left() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    for left in [999, 998, 997] {
        let answer = call(&program, &token).await;
        assert_eq!(answer.header(POLICY), "\"trial\";q=1000;w=7776000");
        let expected = format!("\"trial\";r={left}");
        assert_eq!(answer.header(LIMIT), expected);
    }
}

#[tokio::test]
async fn when_they_are_used_up_that_is_said() {
    let (app, program) = TestApp::with_program().await;
    app.allows_calls("smv", 3).await;
    let token = program.token().await;
    for _ in 0..3 {
        call(&program, &token).await.is(StatusCode::OK);
    }
    let answer = call(&program, &token).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.html().contains("API-SMV-429"));
    assert_eq!(answer.header(LIMIT), "\"trial\";r=0");
    let wait: u64 = answer.header(header::RETRY_AFTER).parse().unwrap();
    assert!((1..=86_400).contains(&wait));
    app.counts().await;
    app.works().await;
}

#[tokio::test]
async fn when_the_days_are_over_that_is_said() {
    let (app, program) = TestApp::with_program().await;
    app.clock.advance(89 * DAY);
    let token = program.token().await;
    call(&program, &token).await.is(StatusCode::OK);
    app.clock.advance(DAY);
    let token = program.token().await;
    let answer = call(&program, &token).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
}

#[tokio::test]
async fn two_instances_share_them() {
    let (app, program) = TestApp::with_program().await;
    app.allows_calls("smv", 10).await;
    let second = app.second_instance().await;
    let elsewhere = program.at(second.router());
    let token = program.token().await;
    let mut passed = 0;
    for _ in 0..10 {
        for program in [&program, &elsewhere] {
            let answer = call(program, &token).await;
            passed += usize::from(answer.status == StatusCode::OK);
        }
    }
    assert_eq!(passed, 10);
    app.counts().await;
    app.works().await;
}
