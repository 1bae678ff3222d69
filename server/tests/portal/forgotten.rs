//! A forgotten password.

use std::time::Duration;

use axum::http::{StatusCode, header};
use locales::{Locale::PtBr, fields, link, mail, sign_in, waits};

use crate::harness::{ANA, Answer, BIA, TestApp};

const PATH: &str = "/esqueci-minha-senha";

async fn asks(app: &TestApp, email: &str) -> Answer {
    app.visitor().post(PATH, &[("email", email)]).await
}

#[tokio::test]
async fn a_link_by_mail_leads_to_a_new_one() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let link = app.forgets(ANA).await;
    assert_eq!(
        app.inbox.mails_to(ANA)[0].subject,
        mail::reset_subject(PtBr)
    );
    let ana = app.visitor();
    let page = ana.get(&link).await;
    assert!(page.html().contains(link::reset_next(PtBr)));
    assert_eq!(ana.post(&link, &[]).await.location(), "/senha");
}

#[tokio::test]
async fn what_is_no_address_is_said_beside_the_field() {
    let app = TestApp::start().await;
    let mistakes = [
        ("", fields::required(PtBr)),
        ("ana", fields::email(PtBr)),
        ("ana@empresa", fields::email(PtBr)),
    ];
    for (typed, message) in mistakes {
        let answer = asks(&app, typed).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("email"), message);
        assert_eq!(answer.value_of("email"), typed);
    }
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn every_address_is_answered_alike_and_only_known_ones_get_mail() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    app.registers(BIA).await;
    app.clock.advance(Duration::from_mins(2));
    let nobody = "ninguem@empresa.com.br";
    let known = asks(&app, ANA).await;
    assert_eq!(known.location(), "/esqueci-minha-senha/enviado");
    for email in [BIA, nobody] {
        assert_eq!(
            asks(&app, email).await.essence(),
            known.essence(),
            "{email}"
        );
    }
    app.works().await;
    let count = |email| app.inbox.mails_to(email).len();
    assert_eq!([ANA, BIA, nobody].map(count), [1, 2, 0]);
    let visitor = app.visitor();
    visitor
        .post(PATH, &[("email", " ninguem@empresa.com.br")])
        .await
        .location();
    app.works().await;
    let sent = visitor.get("/esqueci-minha-senha/enviado").await;
    assert_eq!(sent.text("main .address"), nobody);
    app.clock.advance(Duration::from_mins(10));
    let sent = visitor.get("/esqueci-minha-senha/enviado").await;
    assert_eq!(sent.texts("main .address"), [""; 0]);
    assert_eq!(sent.heading(), sign_in::forgotten_sent_title(PtBr));
}

#[tokio::test]
async fn whoever_never_came_in_gets_the_link_of_the_registration_again() {
    let app = TestApp::start().await;
    app.registers(BIA).await;
    app.clock.advance(Duration::from_mins(2));
    let link = app.forgets(BIA).await;
    let newest = &app.inbox.mails_to(BIA)[0];
    assert_eq!(newest.subject, mail::registration_subject(PtBr));
    assert_eq!(app.visitor().post(&link, &[]).await.location(), "/senha");
}

#[tokio::test]
async fn nobody_fills_anothers_mailbox_with_it() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    for _ in 0..3 {
        asks(&app, ANA).await.location();
        app.works().await;
    }
    assert_eq!(app.inbox.mails_to(ANA).len(), 1);
}

#[tokio::test]
async fn mail_is_in_the_language_of_the_account() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    ana.post("/idioma", &[("locale", "es")]).await.location();
    app.forgets(ANA).await;
    let expected = mail::reset_subject(locales::Locale::Es);
    assert_eq!(app.inbox.mails_to(ANA)[0].subject, expected);
}

#[tokio::test]
async fn a_network_that_asks_too_often_is_told_so_whatever_the_address() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    for _ in 0..21 {
        asks(&app, "ninguem@empresa.com.br").await.location();
    }
    for email in [ANA, "ninguem@empresa.com.br"] {
        let answer = asks(&app, email).await;
        answer.is(StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header(header::RETRY_AFTER), "60");
        let said = sign_in::forms_throttled(PtBr, waits::one_minute(PtBr));
        assert_eq!(answer.text(".error-summary p"), said);
        assert_eq!(answer.value_of("email"), email);
    }
    app.works().await;
    assert_eq!(app.inbox.mails_to(ANA).len(), 0);
    app.clock.advance(Duration::from_mins(1));
    app.forgets(ANA).await;
}
