//! Signing in, and staying so.

mod factor;
mod kept;
mod onward;
mod waiting;

use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, fields, sign_in};

use crate::harness::{ANA, Answer, BIA, PASSWORD, SESSION, TestApp};

#[track_caller]
fn is_refused(answer: &Answer) {
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.text(".error-summary h2"),
        sign_in::refused_title(PtBr)
    );
    assert_eq!(answer.text(".error-summary p"), sign_in::refused(PtBr));
}

#[tokio::test]
async fn a_session_lasts_as_long_as_it_may() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let lifetimes = app.portal.settings.lifetimes;
    let half_idle = lifetimes.session_idle / 2;
    for _ in 0..(2 * lifetimes.session_absolute.as_secs() / lifetimes.session_idle.as_secs() - 1) {
        app.clock.advance(half_idle);
        ana.get("/conta").await.is(StatusCode::OK);
    }
    app.clock.advance(half_idle);
    assert_eq!(
        ana.get("/conta").await.location(),
        "/entrar?continuar=%2Fconta"
    );
    ana.enters(ANA, PASSWORD).await.location();
}

#[tokio::test]
async fn a_session_nobody_uses_ends_sooner() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    app.clock
        .advance(app.portal.settings.lifetimes.session_idle);
    ana.get("/conta").await.location();
}

#[tokio::test]
async fn what_is_missing_is_said_beside_the_field() {
    let app = TestApp::start().await;
    for (email, password, field) in [("", PASSWORD, "email"), (ANA, "", "password")] {
        let answer = app.visitor().enters(email, password).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), fields::required(PtBr));
        assert_eq!(answer.value_of("email"), email);
        assert!(!answer.html().contains(PASSWORD));
    }
}

#[tokio::test]
async fn whatever_is_wrong_is_answered_alike() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    app.registers(BIA).await;
    let wrong = "Errada-7-cavalos";
    // All addresses have the same length, and so have the answers that repeat them.
    let cases = [
        (ANA, wrong),
        (BIA, PASSWORD),
        ("eva@empresa.com.br", PASSWORD),
        ("eva!empresa.com.br", PASSWORD),
    ];
    let mut answers = Vec::new();
    for (email, password) in cases {
        let visitor = app.visitor();
        let answer = visitor.enters(email, password).await;
        is_refused(&answer);
        assert_eq!(answer.value_of("email"), email);
        assert!(!answer.html().contains(password));
        assert!(!visitor.has_cookie(SESSION));
        let (status, headers, html) = answer.essence();
        let sent = serde_urlencoded::to_string([("email", email)]).unwrap();
        let html = html.replace(email, "…").replace(&sent, "…");
        answers.push((status, headers, html));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1);
    assert_eq!(app.trail(Action::SignedIn).await.len(), 1);
}

#[tokio::test]
async fn an_address_is_the_same_however_it_is_typed() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    app.visitor()
        .enters(" ANA@Empresa.com.br ", PASSWORD)
        .await
        .location();
    app.works().await;
}

#[tokio::test]
async fn every_session_has_a_token_of_its_own() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let before = ana.cookie(SESSION).unwrap();
    ana.enters(ANA, PASSWORD).await.location();
    assert_ne!(ana.cookie(SESSION).unwrap(), before);
    let thief = app.visitor();
    thief.plant_cookie(SESSION, &before);
    thief.get("/conta").await.location();
}

#[tokio::test]
async fn a_planted_token_is_not_taken_over() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let planted = "A".repeat(43);
    let ana = app.visitor();
    ana.plant_cookie(SESSION, &planted);
    ana.enters(ANA, PASSWORD).await.location();
    assert_ne!(ana.cookie(SESSION).unwrap(), planted);
    app.works().await;
}

#[tokio::test]
async fn the_sessions_cookie_is_for_this_site_over_https_alone() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let answer = app.visitor().enters(ANA, PASSWORD).await;
    let cookies = answer.headers.get_all(header::SET_COOKIE);
    let [session, browser, account] = &cookies.iter().collect::<Vec<_>>()[..] else {
        panic!("one cookie each for the session, the browser and the account: {cookies:?}");
    };
    for (cookie, name, age) in [
        (session, "__Host-balcao=", 1_209_600),
        (browser, "__Host-balcao-navegador=", 15_552_000),
        (account, "balcao-conta=", 2_592_000),
    ] {
        let cookie = cookie.to_str().unwrap();
        let (token, attributes) = cookie.split_once("; ").unwrap();
        assert!(token.starts_with(name), "{cookie}");
        let expected = format!("Path=/; Max-Age={age}; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(attributes, expected);
    }
    app.works().await;
}

#[tokio::test]
async fn without_https_the_cookie_says_so() {
    let url = "http://127.0.0.1:3000";
    let app = TestApp::start_with(|setup| setup.public_url = url.parse().unwrap()).await;
    let ana = app.signed_in(ANA, &[]).await;
    assert!(ana.has_cookie("balcao") && !ana.has_cookie(SESSION));
    ana.get("/conta").await.is(StatusCode::OK);
}

#[tokio::test]
async fn a_password_too_long_is_refused_before_it_is_hashed() {
    let app = TestApp::start_with(|setup| setup.hashing = (0, 0)).await;
    let longest = "a".repeat(128);
    is_refused(&app.visitor().enters(ANA, &format!("{longest}a")).await);
    let hashed = app.visitor().enters(ANA, &longest).await;
    hashed.is(StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn when_too_many_sign_in_at_once_some_are_asked_to_come_back() {
    let app = TestApp::start_with(|setup| setup.hashing = (0, 0)).await;
    // None of these counts as a failure, or the last would be told to wait for those before it.
    for _ in 0..40 {
        let answer = app.visitor().enters(ANA, PASSWORD).await;
        answer.is(StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.text(".error-page__code"), "503");
        assert_eq!(answer.header(header::RETRY_AFTER), "2");
    }
}

#[tokio::test]
async fn who_signed_in_from_where_is_on_the_record() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let [entry] = &app.trail(Action::SignedIn).await[..] else {
        panic!("signing in once is one entry");
    };
    assert_eq!(
        (entry.actor.as_deref(), entry.subject.as_deref()),
        (Some(ANA), Some(ANA))
    );
    assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
    assert!(entry.request_id.is_some());
}

#[tokio::test]
async fn what_fails_at_the_door_is_on_the_record_and_names_nobody() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let visitor = app.visitor();
    for _ in 0..9 {
        visitor.enters(ANA, "Errada-7-cavalos").await;
    }
    app.incidents.flush(&app.portal).await.unwrap();
    for (action, count) in [(Action::SignInFailed, "6"), (Action::Throttled, "3")] {
        let [entry] = &app.trail(action).await[..] else {
            panic!("what repeats is one entry");
        };
        assert_eq!(entry.details.as_deref(), Some(count));
        assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
        assert_eq!((&entry.actor, &entry.subject), (&None, &None));
    }
}
