//! Connections to upstreams that are kept, and closed by the other side.

use axum::http::{HeaderName, StatusCode, header};

use super::verbatim::{Verbatim, ok};
use crate::harness::{Answer, Program, smv};

async fn reads(program: &Program, token: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    program
        .gets("/identity/v1/x", &[("x-client-auth", &bearer)])
        .await
}

#[tokio::test]
async fn they_are_used_again() {
    let (_app, program, upstream) = Verbatim::start(|_, _, _| Some(ok(""))).await;
    let token = program.token().await;
    for _ in 0..3 {
        reads(&program, &token).await.is(StatusCode::OK);
    }
    assert_eq!((upstream.connections(), upstream.requests()), (1, 3));
}

#[tokio::test]
async fn what_changes_nothing_is_asked_once_more() {
    // Every connection ends with its second request unanswered.
    let answers = |_: usize, request: usize, _: &str| (request == 0).then(|| ok(""));
    let (_app, program, upstream) = Verbatim::start(answers).await;
    let token = program.token().await;
    for _ in 0..3 {
        reads(&program, &token).await.is(StatusCode::OK);
    }
    assert_eq!(upstream.connections(), 3);
}

#[tokio::test]
async fn what_may_have_been_done_is_not_done_twice() {
    let answers = |_: usize, request: usize, _: &str| (request == 0).then(|| ok(""));
    let (_app, program, upstream) = Verbatim::start(answers).await;
    let token = program.token().await;
    let call = smv("5511912345678");
    program.calls_smv(&token, &call).await.is(StatusCode::OK);
    let answer = program.calls_smv(&token, &call).await;
    answer.is(StatusCode::BAD_GATEWAY);
    assert_eq!((upstream.connections(), upstream.requests()), (1, 2));
}

#[tokio::test]
async fn one_that_never_answers_is_asked_twice_and_no_more() {
    let (_app, program, upstream) = Verbatim::start(|_, _, _| None).await;
    let answer = reads(&program, &program.token().await).await;
    answer.is(StatusCode::BAD_GATEWAY);
    assert_eq!(upstream.requests(), 2);
}

#[tokio::test]
async fn they_are_kept_no_longer_than_the_upstream_says() {
    let (_app, program, upstream) =
        Verbatim::start(|_, _, _| Some(ok("keep-alive: timeout=1\r\n"))).await;
    let token = program.token().await;
    for _ in 0..3 {
        reads(&program, &token).await.is(StatusCode::OK);
    }
    assert_eq!(upstream.connections(), 3);
}

#[tokio::test]
async fn another_protocol_that_nobody_asked_for_is_no_answer() {
    let answers = |_: usize, _: usize, _: &str| {
        let answer =
            "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n";
        Some(answer.to_owned())
    };
    let (_app, program, _upstream) = Verbatim::start(answers).await;
    let answer = reads(&program, &program.token().await).await;
    answer.is(StatusCode::BAD_GATEWAY);
    assert_eq!(answer.header(header::UPGRADE), "");
}

#[tokio::test]
async fn what_comes_before_an_answer_is_not_passed_on() {
    let answers = |_: usize, _: usize, _: &str| {
        let hints = "HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n";
        Some(format!("{hints}{}", ok("")))
    };
    let (_app, program, _upstream) = Verbatim::start(answers).await;
    let answer = reads(&program, &program.token().await).await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::LINK), "");
}

#[tokio::test]
async fn addresses_are_told_as_callers_reach_them() {
    let answers = |_: usize, _: usize, base: &str| {
        let headers = format!(
            "location: {base}/contacts/7\r\ncontent-location: /admin\r\n\
             link: <{base}?page=2>; rel=next\r\nreferrer-policy: unsafe-url\r\n"
        );
        Some(ok(&headers))
    };
    let (_app, program, _upstream) = Verbatim::start(answers).await;
    let answer = reads(&program, &program.token().await).await;
    let api = "https://balcao.example/identity/v1";
    assert_eq!(answer.header(header::LOCATION), format!("{api}/contacts/7"));
    assert_eq!(answer.header(header::CONTENT_LOCATION), "");
    let next = format!("<{api}?page=2>; rel=next");
    assert_eq!(answer.header(header::LINK), next);
    let referrer = answer.header(HeaderName::from_static("referrer-policy"));
    assert_eq!(referrer, "");
}
