//! Changing the password, which asks for the current one.

use std::time::Duration;

use ::mail::StoredMail;
use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, fields, flash, mail, sign_in};

use crate::harness::{ANA, Answer, PASSWORD, SESSION, TestApp, Visitor};

const WRONG: &str = "Errada-7-cavalos";
const NEW: &str = "Bastante-8-trigo";

async fn changes(visitor: &Visitor, form: [&str; 3]) -> Answer {
    let [current, password, confirmation] = form;
    let form = [
        ("current", current),
        ("password", password),
        ("confirmation", confirmation),
    ];
    let answer = visitor.post("/conta/senha", &form).await;
    for typed in [WRONG, NEW, PASSWORD] {
        assert!(!answer.html().contains(typed), "a password came back");
    }
    answer
}

#[tokio::test]
async fn a_new_one_ends_every_other_session_and_voids_every_link() {
    let app = TestApp::start().await;
    let here = app.signed_in(ANA, &[]).await;
    let there = app.signs_in(ANA).await;
    let link = app.forgets(ANA).await;
    let before = here.cookie(SESSION).unwrap();
    assert_eq!(
        changes(&here, [PASSWORD, NEW, NEW]).await.location(),
        "/conta"
    );
    assert_eq!(
        here.get("/conta").await.flash(),
        flash::password_saved(PtBr)
    );
    there.get("/conta").await.location();
    let thief = app.visitor();
    thief.plant_cookie(SESSION, &before);
    thief.get("/conta").await.location();
    app.visitor().post(&link, &[]).await.is(StatusCode::GONE);
    app.visitor()
        .enters(ANA, PASSWORD)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    app.visitor().enters(ANA, NEW).await.location();
    assert_eq!(app.trail(Action::PasswordSet).await.len(), 1);
    app.clock.advance(Duration::from_secs(1));
    app.works().await;
    let mails = app.inbox.mails_to(ANA);
    let told = |it: &StoredMail| it.subject == mail::password_subject(PtBr);
    assert!(mails.iter().any(told));
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let no_digit = fields::password_missing(PtBr, fields::rule_digit(PtBr));
    let mistakes = [
        (["", NEW, NEW], "current", fields::required(PtBr)),
        ([WRONG, NEW, NEW], "current", fields::password_wrong(PtBr)),
        ([PASSWORD, "", NEW], "password", fields::required(PtBr)),
        (
            [PASSWORD, "Bastante-trigo", "Bastante-trigo"],
            "password",
            &no_digit,
        ),
        (
            [PASSWORD, "Senha@123", "Senha@123"],
            "password",
            fields::password_common(PtBr),
        ),
        (
            [PASSWORD, "Souza-Azul-77", "Souza-Azul-77"],
            "password",
            fields::password_personal(PtBr),
        ),
        ([PASSWORD, NEW, ""], "confirmation", fields::required(PtBr)),
        (
            [PASSWORD, NEW, WRONG],
            "confirmation",
            fields::password_mismatch(PtBr),
        ),
    ];
    for (form, field, message) in mistakes {
        let answer = changes(&ana, form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), message, "{form:?}");
        for name in ["current", "password", "confirmation"] {
            assert_eq!(answer.value_of(name), "");
        }
    }
    app.signs_in(ANA).await;
    assert!(app.trail(Action::PasswordSet).await.is_empty());
}

#[tokio::test]
async fn nothing_filled_in_is_three_mistakes() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = changes(&ana, ["", "", ""]).await;
    assert_eq!(answer.texts(".error-summary a").len(), 3);
}

#[tokio::test]
async fn guessing_the_current_one_makes_this_browser_wait_here_and_at_the_door() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for _ in 0..6 {
        let answer = changes(&ana, [WRONG, NEW, NEW]).await;
        assert_eq!(answer.error_of("current"), fields::password_wrong(PtBr));
    }
    for expected in ["1", "2", "4"] {
        let answer = changes(&ana, [PASSWORD, NEW, NEW]).await;
        answer.is(StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header(header::RETRY_AFTER), expected);
        assert_eq!(
            answer.text(".error-summary h2"),
            sign_in::throttled_title(PtBr)
        );
        let response = ana.enters(ANA, PASSWORD).await;
        response.is(StatusCode::TOO_MANY_REQUESTS);
        app.clock
            .advance(Duration::from_secs(expected.parse().unwrap()));
        changes(&ana, [WRONG, NEW, NEW])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    // Who uses another browser is not kept out by it.
    app.visitor().enters(ANA, PASSWORD).await.location();
    app.clock.advance(Duration::from_secs(8));
    assert_eq!(
        changes(&ana, [PASSWORD, NEW, NEW]).await.location(),
        "/conta"
    );
    app.works().await;
}

#[tokio::test]
async fn a_mistake_in_the_new_one_is_no_guess() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for _ in 0..10 {
        let answer = changes(&ana, [WRONG, NEW, WRONG]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.texts("#current-error").len(), 0);
    }
}
