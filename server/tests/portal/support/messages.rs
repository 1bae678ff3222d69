//! Messages: found, taken, answered and closed by support.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{
    Origin, Role, Scope,
    audit::Action,
    messages::tests::{SUBJECT, TEXT, new_message, writes},
};
use locales::{
    Locale::{Es, PtBr},
    fields, mail, messages as t,
};

use super::{CAIO, supporter};
use crate::harness::{Answer, BIA, TestApp, Visitor};

const LIST: &str = "/suporte/mensagens";
const JULIA: &str = "julia@balcao.example";
const ANSWER: &str = "Confira se a chave pública é a da aplicação.";

/// Bia, who reads Spanish, has written; the page of her message.
async fn asked(app: &TestApp) -> String {
    let visitor = Scope::visitor(app.portal.clone(), Origin::default());
    let id = writes(&app.clock, &visitor, &new_message(BIA)).await;
    app.works().await;
    format!("{LIST}/{id}")
}

/// Presses a button of the page.
async fn does(visitor: &Visitor, page: &str, act: &str, text: &str) -> Answer {
    let revision = visitor.get(page).await.value_of("revision");
    let fields = [("act", act), ("revision", &revision), ("text", text)];
    visitor.post(page, &fields).await
}

fn items(page: &Answer) -> Vec<String> {
    page.attributes("tbody a", "href")
}

#[tokio::test]
async fn a_message_is_taken_answered_and_closed() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = asked(&app).await;
    let list = caio.get(LIST).await;
    assert_eq!(items(&list), [page.as_str()]);
    let current = list.texts(".local-nav [aria-current]");
    assert_eq!(current, [t::title_with(PtBr, 1)]);
    let shown = caio.get(&page).await;
    assert_eq!(shown.heading(), SUBJECT);
    assert!(shown.text(".said").starts_with("A chamada responde 401"));

    assert_eq!(does(&caio, &page, "assign", "").await.location(), page);
    assert_eq!(caio.get(&page).await.flash(), t::assigned(PtBr));
    assert_eq!(
        items(&caio.get(&format!("{LIST}?estado=minhas")).await),
        [page.as_str()]
    );
    app.clock.advance(Duration::from_mins(1));
    does(&caio, &page, "answer-and-close", ANSWER)
        .await
        .location();
    let after = caio.get(&page).await;
    assert_eq!(after.flash(), t::answered_and_closed(PtBr));
    assert_eq!(after.text(".said--ours"), ANSWER);
    assert_eq!(items(&caio.get(LIST).await), [""; 0]);
    assert_eq!(
        items(&caio.get(&format!("{LIST}?estado=encerradas")).await),
        [page.as_str()]
    );

    app.works().await;
    let mails = app.inbox.mails_to(BIA);
    let answer = &mails[0];
    assert_eq!(answer.subject, mail::answered_subject(Es, "M-2026-0001"));
    assert!(answer.text.contains(ANSWER), "{}", answer.text);
    let quoted = format!("> {}", TEXT.lines().next().unwrap());
    assert!(answer.text.contains(&quoted), "{}", answer.text);

    does(&caio, &page, "reopen", "").await.location();
    does(&caio, &page, "release", "").await.location();
    for action in [
        Action::MessageAssigned,
        Action::MessageAnswered,
        Action::MessageClosed,
        Action::MessageReopened,
        Action::MessageReleased,
    ] {
        let [entry] = &app.trail(action).await[..] else {
            panic!("one act is one entry: {action}");
        };
        assert_eq!(entry.actor.as_deref(), Some(CAIO), "{action}");
    }
}

#[tokio::test]
async fn messages_are_found_by_their_words() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = asked(&app).await;
    for query in ["M-2026-0001", "reis", "nao+funciona", "bia%40"] {
        let found = caio.get(&format!("{LIST}?busca={query}")).await;
        assert_eq!(items(&found), [page.as_str()], "{query}");
    }
    for query in ["zeferina", "%25", "%27+OR+1%3D1"] {
        let found = caio.get(&format!("{LIST}?busca={query}")).await;
        assert_eq!(found.text(".empty h2"), t::none_title(PtBr), "{query}");
    }
    let closed = caio.get(&format!("{LIST}?estado=encerradas")).await;
    assert_eq!(closed.text(".empty h2"), t::none_closed_title(PtBr));
    let mine = caio.get(&format!("{LIST}?estado=minhas")).await;
    assert_eq!(mine.text(".empty h2"), t::none_mine_title(PtBr));
}

#[tokio::test]
async fn who_comes_second_is_told_and_keeps_what_was_written() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    app.knows(("Júlia", "Prado"), JULIA, &[Role::Support]).await;
    let julia = app.signs_in(JULIA).await;
    let page = asked(&app).await;
    let seen = julia.get(&page).await.value_of("revision");
    does(&caio, &page, "answer", ANSWER).await.location();
    let late = [
        ("act", "answer"),
        ("revision", &seen),
        ("text", "Revogue a chave antiga."),
    ];
    let refused = julia.post(&page, &late).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text(".error-summary p"), t::changed_answer(PtBr));
    assert_eq!(refused.value_of("text"), "Revogue a chave antiga.");
    let late = [("act", "assign"), ("revision", seen.as_str())];
    assert_eq!(julia.post(&page, &late).await.location(), page);
    assert_eq!(julia.get(&page).await.flash(), t::changed(PtBr));

    does(&caio, &page, "close", "").await.location();
    let late = [
        ("act", "answer"),
        ("revision", "1"),
        ("text", "Revogue a chave antiga."),
    ];
    let closed = julia.post(&page, &late).await;
    assert_eq!(
        closed.texts(".said--ours").last().unwrap(),
        "Revogue a chave antiga."
    );
    app.works().await;
    assert_eq!(app.trail(Action::MessageAnswered).await.len(), 1);
}

#[tokio::test]
async fn an_answer_that_is_too_short_is_told_beside_the_field() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = asked(&app).await;
    for (text, message) in [
        ("", fields::required(PtBr).to_owned()),
        ("Sim.", fields::too_short(PtBr, 10)),
    ] {
        let answer = does(&caio, &page, "answer", text).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of("text"), message);
        assert_eq!(answer.value_of("text"), text);
    }
    let strange = [("act", "erase"), ("revision", "0")];
    caio.post(&page, &strange)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_message_that_does_not_exist_is_not_found() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    for id in ["x", "00000000-0000-7000-8000-000000000000"] {
        let page = format!("{LIST}/{id}");
        caio.get(&page).await.is(StatusCode::NOT_FOUND);
        let act = [("act", "close"), ("revision", "0")];
        caio.post(&page, &act).await.is(StatusCode::NOT_FOUND);
    }
}
