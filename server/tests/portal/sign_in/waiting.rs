//! Whoever guesses passwords waits longer and longer; whoever knows theirs is never kept out for
//! good.

use std::{net::Ipv4Addr, time::Duration};

use axum::http::{StatusCode, header};
use locales::{Locale::PtBr, sign_in, waits};

use crate::harness::{ANA, Answer, BIA, ELSEWHERE, PASSWORD, TestApp, Visitor};

const WRONG: &str = "Errada-7-cavalos";
/// After so many failures nobody waits; the next one causes the first wait.
const FREE: usize = 5;

async fn fails(visitor: &Visitor, email: &str) -> Answer {
    let answer = visitor.enters(email, WRONG).await;
    assert!(!answer.html().contains(WRONG));
    answer
}

/// Guesses until there is a wait.
async fn guesses(visitor: &Visitor, email: &str) {
    for _ in 0..=FREE {
        fails(visitor, email)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// Seconds to wait, as machines are told.
#[track_caller]
fn wait(answer: &Answer) -> u64 {
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    answer.header(header::RETRY_AFTER).parse().unwrap()
}

#[tokio::test]
async fn each_failure_doubles_the_wait() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let visitor = app.visitor();
    // An unknown address waits as long as a known one.
    for email in [ANA, "ninguem@empresa.com.br"] {
        guesses(&visitor, email).await;
        for expected in [1, 2, 4, 8, 16] {
            assert_eq!(wait(&fails(&visitor, email).await), expected, "{email}");
            app.clock.advance(Duration::from_secs(expected));
            fails(&visitor, email)
                .await
                .is(StatusCode::UNPROCESSABLE_ENTITY);
        }
    }
}

#[tokio::test]
async fn the_page_says_for_how_long() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    guesses(&visitor, ANA).await;
    let answer = fails(&visitor, ANA).await;
    assert_eq!(
        answer.text(".error-summary h2"),
        sign_in::throttled_title(PtBr)
    );
    let expected = sign_in::throttled(PtBr, waits::one_second(PtBr));
    assert_eq!(answer.text(".error-summary p"), expected);
    assert_eq!(answer.value_of("email"), ANA);
}

#[tokio::test]
async fn a_try_while_waiting_neither_counts_nor_succeeds() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let visitor = app.visitor();
    guesses(&visitor, ANA).await;
    for _ in 0..10 {
        assert_eq!(wait(&visitor.enters(ANA, PASSWORD).await), 1);
    }
    app.clock.advance(Duration::from_secs(1));
    visitor.enters(ANA, PASSWORD).await.location();
    fails(&visitor, ANA)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    app.works().await;
}

#[tokio::test]
async fn the_owner_comes_in_from_another_network() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let guesser = app.visitor();
    guesses(&guesser, ANA).await;
    wait(&guesser.enters(ANA, PASSWORD).await);
    let owner = app.visitor_from(ELSEWHERE);
    owner.enters(ANA, PASSWORD).await.location();
    // Which does not make a guesser welcome.
    wait(&guesser.enters(ANA, PASSWORD).await);
    app.works().await;
}

#[tokio::test]
async fn however_many_guess_the_owner_waits_half_a_minute_at_most() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let half_a_minute = Duration::from_secs(30);
    for network in 0..60 {
        let guesser = app.visitor_from(Ipv4Addr::new(192, 0, network, 1));
        fails(&guesser, ANA)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        app.clock.advance(if network < 20 {
            Duration::ZERO
        } else {
            half_a_minute
        });
    }
    fails(&app.visitor_from(ELSEWHERE), ANA).await;
    let abroad = app.visitor_from(Ipv4Addr::new(198, 18, 0, 1));
    assert_eq!(wait(&abroad.enters(ANA, PASSWORD).await), 30);
    // Where the owner came in before, there is no wait at all.
    app.visitor().enters(ANA, PASSWORD).await.location();
    abroad.enters(ANA, PASSWORD).await.location();
    app.works().await;
}

#[tokio::test]
async fn a_network_that_tries_one_address_after_the_other_waits_too() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let guesser = app.visitor();
    for n in 0..=30 {
        let email = format!("pessoa{n}@empresa.com.br");
        fails(&guesser, &email)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(wait(&guesser.enters(ANA, PASSWORD).await), 1);
    app.visitor_from(ELSEWHERE)
        .enters(ANA, PASSWORD)
        .await
        .location();
    app.works().await;
}

#[tokio::test]
async fn of_many_guesses_at_once_only_the_free_ones_are_looked_at() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let visitor = app.visitor();
    let four = || async {
        let (a, b, c, d) = tokio::join!(
            fails(&visitor, ANA),
            fails(&visitor, ANA),
            fails(&visitor, ANA),
            fails(&visitor, ANA)
        );
        [a, b, c, d].map(|answer| answer.status)
    };
    let (one, two, three) = tokio::join!(four(), four(), four());
    let looked_at = [one, two, three].concat();
    let looked_at = looked_at
        .iter()
        .filter(|status| **status == StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(looked_at.count(), FREE + 1);
}

#[tokio::test]
async fn a_link_by_mail_is_a_way_round_the_wait() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let ana = app.visitor();
    guesses(&ana, ANA).await;
    wait(&ana.enters(ANA, PASSWORD).await);
    ana.post(&app.forgets(ANA).await, &[]).await.location();
    let password = [
        ("password", "Bastante-8-trigo"),
        ("confirmation", "Bastante-8-trigo"),
    ];
    assert_eq!(
        ana.post("/senha", &password).await.location(),
        "/minhas-aplicacoes"
    );
    ana.enters(ANA, "Bastante-8-trigo").await.location();
    app.works().await;
}

#[tokio::test]
async fn what_one_guesses_does_not_keep_another_waiting() {
    let app = TestApp::start().await;
    app.signed_in(BIA, &[]).await;
    let visitor = app.visitor();
    guesses(&visitor, ANA).await;
    wait(&fails(&visitor, ANA).await);
    visitor.enters(BIA, PASSWORD).await.location();
    app.works().await;
}

#[tokio::test]
async fn whoever_came_in_before_with_this_browser_is_kept_out_by_nobody() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    ana.post("/sair", &[]).await.location();
    for network in 0..60 {
        let guesser = app.visitor_from(Ipv4Addr::new(192, 0, network, 1));
        fails(&guesser, ANA).await;
    }
    let neighbour = app.visitor();
    for n in 0..40 {
        fails(&neighbour, &format!("pessoa{n}@empresa.com.br")).await;
    }
    wait(&neighbour.enters(ANA, PASSWORD).await);
    ana.enters(ANA, PASSWORD).await.location();
    // The browser has a budget of failures of its own.
    guesses(&ana, ANA).await;
    assert_eq!(wait(&ana.enters(ANA, PASSWORD).await), 1);
}
