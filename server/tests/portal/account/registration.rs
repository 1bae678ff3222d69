//! The tokens that people make for programs, and the programs that registered themselves.

use axum::http::StatusCode;
use domain::{audit::Action, clients::MAX_OWN};
use locales::{Locale::PtBr, account as t, clients, flash, program_registration as page};

use crate::{
    clients::{CLIENTS, with_crm},
    harness::{ANA, TestApp},
    oauth2::register::{metadata, permit, registers_itself},
};

const PAGE: &str = "/conta/token-de-registro";

#[tokio::test]
async fn the_page_says_what_the_token_is_for_and_shows_it_once() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let account = ana.get("/conta").await;
    let links = account.attributes("#programas a", "href");
    assert_eq!(links, [PAGE]);
    let form = ana.get(PAGE).await;
    assert_eq!(form.heading(), page::title(PtBr));
    assert!(form.html().contains(page::lead(PtBr)));
    assert!(form.html().contains(page::means(PtBr)));
    assert_eq!(form.texts("#registration-token"), [""; 0]);
    let made = ana.post(PAGE, &[]).await;
    let token = made.is(StatusCode::OK).text("#registration-token");
    assert_eq!(token.len(), 64);
    assert_eq!(made.attributes("[data-copy]", "type").len(), 1);
    assert!(made.html().contains(page::once(PtBr)));
    for place in [PAGE, "/conta"] {
        assert!(!ana.get(place).await.html().contains(&token), "{place}");
    }
    assert_ne!(permit(&ana).await, token, "whoever asks again gets another");
    let [entry, _] = &app.trail(Action::RegistrationTokenMade).await[..] else {
        panic!("each token is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    assert_eq!(entry.details, None);
}

#[tokio::test]
async fn people_and_administrators_see_who_let_a_program_register_itself() {
    let (app, program, dora) = with_crm().await;
    let ana = app.signs_in(ANA).await;
    let answer = registers_itself(&program, &permit(&ana).await, &metadata()).await;
    answer.is(StatusCode::CREATED);
    let list = dora.get(CLIENTS).await;
    let kind = clients::authorization(PtBr);
    let words = clients::registered_by(PtBr, kind, "Ana Souza");
    assert!(list.html().contains(&words), "{words}");
    let account = ana.get("/conta").await;
    let [line] = &account.texts("#programas li")[..] else {
        panic!("there is one");
    };
    assert!(line.contains("Agente"), "{line}");
    let action = &account.attributes("#programas form", "action")[0];
    assert_eq!(ana.post(action, &[]).await.location(), "/conta");
    let account = ana.get("/conta").await;
    assert_eq!(account.flash(), flash::own_program_deleted(PtBr));
    let deleted = app.trail(Action::ClientDeleted).await;
    assert_eq!(deleted[0].actor.as_deref(), Some(ANA));
    app.works().await;
}

#[tokio::test]
async fn whoever_has_twenty_deletes_one_before_the_next() {
    let (app, program, _) = with_crm().await;
    let ana = app.signs_in(ANA).await;
    for _ in 0..MAX_OWN {
        let answer = registers_itself(&program, &permit(&ana).await, &metadata()).await;
        answer.is(StatusCode::CREATED);
    }
    let refused = ana.post(PAGE, &[]).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html().contains(&page::too_many(PtBr, "20")));
    assert_eq!(refused.texts("#registration-token"), [""; 0]);
    let account = ana.get("/conta").await;
    let actions = account.attributes("#programas form", "action");
    assert_eq!(actions.len(), 20);
    assert!(account.html().contains(t::own_programs(PtBr)));
    ana.post(&actions[0], &[]).await.location();
    permit(&ana).await;
    app.works().await;
}
