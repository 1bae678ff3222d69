//! Guessing secrets.

use std::{
    net::{IpAddr, Ipv4Addr},
    time::Duration,
};

use axum::http::{StatusCode, header};
use domain::audit::Action;
use serde_json::Value;

use crate::harness::{ANA, TestApp};

#[tokio::test]
async fn fifty_at_once_are_soon_made_to_wait_and_the_owner_is_not() {
    let (_app, program) = TestApp::with_program().await;
    program.token().await;
    let attacker = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 66));
    let guesser = program.mistaken().from(attacker);
    let mut threads = Vec::new();
    for _ in 0..50 {
        let guesser = guesser.clone();
        threads.push(tokio::spawn(async move {
            let mut statuses = Vec::new();
            for _ in 0..10 {
                statuses.push(guesser.asks_for_token().await.status);
            }
            statuses
        }));
    }
    let mut statuses = Vec::new();
    for thread in threads {
        statuses.extend(thread.await.unwrap());
    }
    let checked = statuses
        .iter()
        .filter(|status| **status == StatusCode::UNAUTHORIZED)
        .count();
    let waiting = statuses
        .iter()
        .filter(|status| **status == StatusCode::TOO_MANY_REQUESTS)
        .count();
    assert_eq!(checked + waiting, 500);
    // Those that were under way when the limit was reached come on top of the limit's thirty.
    assert!(checked <= 30 + 50, "{checked} guesses were looked at");
    program.token().await;
}

#[tokio::test]
async fn whoever_waits_is_told_how_long_and_then_may_again() {
    let (app, program) = TestApp::with_program().await;
    let elsewhere = program.from(IpAddr::V4(Ipv4Addr::new(198, 51, 100, 66)));
    for _ in 0..30 {
        let answer = elsewhere.mistaken().asks_for_token().await;
        answer.is(StatusCode::UNAUTHORIZED);
    }
    let answer = elsewhere.asks_for_token().await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.json::<Value>()["error"], "slow_down");
    let seconds: u64 = answer.header(header::RETRY_AFTER).parse().unwrap();
    app.clock.advance(Duration::from_secs(seconds));
    elsewhere.token().await;
}

#[tokio::test]
async fn a_program_with_an_old_secret_does_not_stop_its_neighbours() {
    let (_app, program) = TestApp::with_program().await;
    program.token().await;
    for _ in 0..200 {
        program.mistaken().asks_for_token().await;
    }
    program.token().await;
}

#[tokio::test]
async fn many_wrong_about_one_application_wait_and_its_own_program_never_does() {
    let (_app, program) = TestApp::with_program().await;
    let network = |number| program.from(IpAddr::V4(Ipv4Addr::new(198, 51, 100, number)));
    for number in 1..=5 {
        for _ in 0..20 {
            let answer = network(number).mistaken().asks_for_token().await;
            answer.is(StatusCode::UNAUTHORIZED);
        }
    }
    let answer = network(6).mistaken().asks_for_token().await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    network(7).token().await;
}

#[tokio::test]
async fn a_restart_does_not_make_a_stranger_of_a_program() {
    let (app, program) = TestApp::with_program().await;
    program.token().await;
    // An instance that nobody has called yet, as after a restart.
    let begun_again = app.second_instance().await;
    let here = program.at(begun_again.router());
    let stranger = program.from(IpAddr::V4(Ipv4Addr::new(198, 51, 100, 66)));
    let elsewhere = stranger.at(begun_again.router());
    for _ in 0..40 {
        here.mistaken().asks_for_token().await;
        elsewhere.mistaken().asks_for_token().await;
    }
    here.token().await;
    let answer = elsewhere.asks_for_token().await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_refused_program_is_on_the_record_and_named_to_nobody() {
    let (app, program) = TestApp::with_program().await;
    program.token().await;
    assert_eq!(app.trail(Action::ClientRefused).await, []);
    for _ in 0..2 {
        let answer = program.mistaken().asks_for_token().await;
        answer.is(StatusCode::UNAUTHORIZED);
    }
    app.incidents.flush(&app.portal).await.unwrap();
    let [entry] = &app.trail(Action::ClientRefused).await[..] else {
        panic!("what repeats is one entry");
    };
    assert_eq!(entry.details.as_deref(), Some("2"));
    assert_eq!(entry.address.as_deref(), Some("192.0.2.10"));
    assert_eq!((&entry.actor, &entry.subject), (&None, &None));
    let told = format!("{entry:?}");
    for hidden in [&*program.public_key, &program.mistaken().secret_key, ANA] {
        assert!(!told.contains(hidden), "{told}");
    }
}
