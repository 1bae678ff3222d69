//! The password of whoever came in by a link.

use std::time::Duration;

use ::mail::StoredMail;
use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, fields, flash, link, mail, names, password};

use crate::harness::{ANA, Answer, PASSWORD, SESSION, TestApp, Visitor};

const ANOTHER: &str = "Bastante-8-trigo";

async fn saves(visitor: &Visitor, password: &str) -> Answer {
    let fields = [("password", password), ("confirmation", password)];
    visitor.post("/senha", &fields).await
}

/// Refused, with nothing of the password in the answer.
#[track_caller]
fn is_refused(answer: &Answer, field: &str, message: &str, typed: &str) {
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of(field), message, "{typed:?}");
    assert!(!answer.html().contains(typed), "{typed:?}");
    for field in ["password", "confirmation"] {
        assert_eq!(answer.value_of(field), "");
    }
}

#[tokio::test]
async fn the_first_password_opens_the_portal() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let page = ana.get("/senha").await;
    assert_eq!(page.heading(), password::first_title(PtBr));
    let came_with = ana.cookie(SESSION);
    assert_eq!(saves(&ana, PASSWORD).await.location(), "/minhas-aplicacoes");
    assert_ne!(ana.cookie(SESSION), came_with);
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.flash(), flash::account_ready(PtBr));
    assert_eq!(app.works().await, 0, "a first password is no change of it");
    app.signs_in(ANA)
        .await
        .get("/conta")
        .await
        .is(StatusCode::OK);
    assert_eq!(app.trail(Action::PasswordSet).await.len(), 1);
}

#[tokio::test]
async fn every_rule_is_the_servers_too() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let broken = [
        ("Trigo-7", vec![fields::rule_length(PtBr)]),
        ("TRIGO-MADURO-7", vec![fields::rule_lowercase(PtBr)]),
        ("trigo-maduro-7", vec![fields::rule_uppercase(PtBr)]),
        ("Trigo-Maduro", vec![fields::rule_digit(PtBr)]),
        ("TrigoMaduro77", vec![fields::rule_special(PtBr)]),
        (
            "trigo",
            vec![
                fields::rule_length(PtBr),
                fields::rule_uppercase(PtBr),
                fields::rule_digit(PtBr),
                fields::rule_special(PtBr),
            ],
        ),
    ];
    for (typed, rules) in broken {
        let message = fields::password_missing(PtBr, names::joined(&rules, PtBr));
        is_refused(&saves(&ana, typed).await, "password", &message, typed);
    }
    saves(&ana, "Trigo-77").await.location();
}

#[tokio::test]
async fn a_password_of_128_characters_is_the_longest() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let longest = format!("Ação-7-{}", "ã".repeat(121));
    let too_long = format!("{longest}b");
    let answer = saves(&ana, &too_long).await;
    is_refused(
        &answer,
        "password",
        fields::password_too_long(PtBr),
        &too_long,
    );
    saves(&ana, &longest).await.location();
    app.visitor().enters(ANA, &longest).await.location();
    app.works().await;
}

#[tokio::test]
async fn what_attackers_try_first_is_refused() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    for typed in ["Senha@123", "Futebol#2026", "S3nh4!2026", "Qwerty@123"] {
        let answer = saves(&ana, typed).await;
        is_refused(&answer, "password", fields::password_common(PtBr), typed);
    }
}

#[tokio::test]
async fn what_is_known_of_the_person_is_refused() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    for typed in ["Souza-Azul-77", "Azul-$0uz4-77", "Minha-Empresa-77"] {
        let answer = saves(&ana, typed).await;
        is_refused(&answer, "password", fields::password_personal(PtBr), typed);
    }
}

#[tokio::test]
async fn it_is_typed_twice() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let cases = [
        ("", "", "password", fields::required(PtBr)),
        ("", "", "confirmation", fields::required(PtBr)),
        (PASSWORD, "", "confirmation", fields::required(PtBr)),
        (
            PASSWORD,
            ANOTHER,
            "confirmation",
            fields::password_mismatch(PtBr),
        ),
        ("", ANOTHER, "password", fields::required(PtBr)),
    ];
    for (first, second, field, message) in cases {
        let form = [("password", first), ("confirmation", second)];
        let answer = ana.post("/senha", &form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), message, "{first:?} {second:?}");
        for typed in [PASSWORD, ANOTHER] {
            assert!(!answer.html().contains(typed));
        }
    }
    assert!(app.trail(Action::PasswordSet).await.is_empty());
}

#[tokio::test]
async fn two_keyboards_write_the_same_password() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let (composed, decomposed) = ("Maçã-verde-7", "Mac\u{327}a\u{303}-verde-7");
    let form = [("password", composed), ("confirmation", decomposed)];
    ana.post("/senha", &form).await.location();
    app.visitor().enters(ANA, decomposed).await.location();
    app.works().await;
}

#[tokio::test]
async fn a_new_one_ends_every_session_and_voids_every_link() {
    let app = TestApp::start().await;
    let elsewhere = app.signed_in(ANA, &[]).await;
    let older = app.forgets(ANA).await;
    app.clock.advance(Duration::from_mins(2));
    let used = app.forgets(ANA).await;
    let (ana, also_by_link) = (app.visitor(), app.visitor());
    ana.post(&used, &[]).await.location();
    assert_eq!(ana.get("/senha").await.heading(), password::new_title(PtBr));
    app.clock.advance(Duration::from_mins(2));
    also_by_link
        .post(&app.forgets(ANA).await, &[])
        .await
        .location();

    assert_eq!(saves(&ana, ANOTHER).await.location(), "/minhas-aplicacoes");
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.flash(), flash::password_saved(PtBr));
    elsewhere.get("/conta").await.location();
    assert_eq!(saves(&also_by_link, PASSWORD).await.location(), "/entrar");
    let void = app.visitor().post(&older, &[]).await;
    void.is(StatusCode::GONE);
    assert_eq!(void.heading(), link::used_title(PtBr));
    app.visitor()
        .enters(ANA, PASSWORD)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);

    app.clock.advance(Duration::from_secs(1));
    app.works().await;
    let mails = app.inbox.mails_to(ANA);
    let told = |it: &StoredMail| it.subject == mail::password_subject(PtBr);
    assert!(mails.iter().any(told));
}

#[tokio::test]
async fn until_it_is_saved_the_old_one_counts() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let link = app.forgets(ANA).await;
    app.visitor().post(&link, &[]).await.location();
    app.signs_in(ANA)
        .await
        .get("/conta")
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn the_links_session_is_short() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    app.clock
        .advance(app.portal.settings.lifetimes.password_session);
    assert_eq!(saves(&ana, PASSWORD).await.location(), "/entrar");
    assert_eq!(
        ana.get("/senha").await.location(),
        "/entrar?continuar=%2Fsenha"
    );
}

#[tokio::test]
async fn the_links_session_sets_one_password() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let by_link = ana.cookie(SESSION).unwrap();
    saves(&ana, PASSWORD).await.location();
    let thief = app.visitor();
    thief.plant_cookie(SESSION, &by_link);
    assert_eq!(saves(&thief, ANOTHER).await.location(), "/entrar");
}

/// An open browser must not be enough to take an account over.
#[tokio::test]
async fn whoever_is_signed_in_needs_the_old_one() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    assert_eq!(ana.get("/senha").await.location(), "/conta/senha");
    assert_eq!(saves(&ana, ANOTHER).await.location(), "/conta/senha");
    app.signs_in(ANA).await;
}

#[tokio::test]
async fn when_nothing_can_be_hashed_the_link_is_not_lost() {
    let app = TestApp::start_with(|setup| setup.hashing = (0, 0)).await;
    let ana = app.arrives(ANA).await;
    let answer = saves(&ana, PASSWORD).await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.header(axum::http::header::RETRY_AFTER), "2");
    assert!(!answer.html().contains(PASSWORD));
    ana.get("/senha").await.is(StatusCode::OK);
}
