//! The calls of a plan: so many, in so many days.

use std::time::Duration;

use axum::http::{HeaderName, StatusCode, header};

use domain::catalogue::{Plan, PlanTerms};

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

/// So many calls each ten days.
fn renewing(calls: u32) -> PlanTerms {
    PlanTerms {
        calls: Some(calls),
        days: Some(10),
        renews: true,
        ..PlanTerms::default()
    }
}

#[tokio::test]
async fn a_plan_that_renews_says_how_long_a_period_still_takes_and_counts_anew_after_it() {
    let (app, program) = TestApp::with_program().await;
    app.gives("smv", Plan::Trial, renewing(2)).await;
    app.clock.advance(13 * DAY);
    let token = program.token().await;
    for left in [1, 0] {
        let answer = call(&program, &token).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(POLICY), "\"trial\";q=2;w=864000");
        let (limit, seven_days) = (answer.header(LIMIT), 7 * DAY.as_secs());
        let told: u64 = limit.rsplit("t=").next().unwrap().parse().unwrap();
        assert!(
            limit.starts_with(&format!("\"trial\";r={left};t=")),
            "{limit}"
        );
        assert!(told <= seven_days && told > seven_days - 3600, "{limit}");
    }
    let refused = call(&program, &token).await;
    refused.is(StatusCode::TOO_MANY_REQUESTS);
    // It pays to wait for as long as that, and not for a day.
    let wait: u64 = refused.header(header::RETRY_AFTER).parse().unwrap();
    assert!(wait > 6 * DAY.as_secs(), "{wait}");
    app.clock.advance(Duration::from_secs(wait));
    let token = program.token().await;
    let answer = call(&program, &token).await;
    answer.is(StatusCode::OK);
    assert!(answer.header(LIMIT).starts_with("\"trial\";r=1;t="));
    app.counts().await;
    app.works().await;
}
