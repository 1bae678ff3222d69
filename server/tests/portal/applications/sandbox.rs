//! Keys for the sandbox, while a request waits and after.

use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale, Locale::PtBr, applications, sandbox_keys};

use super::Approved;
use crate::harness::{ANA, BIA, TestApp};

#[tokio::test]
async fn who_waits_can_test_from_the_ticket_and_from_the_request() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    let mut shown = Vec::new();
    for page in [
        format!("/minhas-aplicacoes/{group}"),
        format!("/solicitacoes/{id}/pronto"),
    ] {
        for locale in Locale::ALL {
            ana.reads_in(locale).await;
            let page = ana.get(&page).await;
            let title = page.text(&format!("[id='teste-{id}']"));
            assert_eq!(title, sandbox_keys::waiting_title(locale));
            let links = page.texts(".row a");
            assert!(links.contains(&applications::try_it(locale).to_owned()));
        }
        ana.reads_in(PtBr).await;
        let asked = ana.get(&page).await;
        let form = "form[action*=chaves-de-teste]";
        let action = asked.attributes(form, "action").remove(0);
        let done = asked.attributes(&format!("{form} [name=pronto]"), "value");
        let fields: Vec<_> = done.iter().map(|it| ("pronto", &**it)).collect();
        let answer = ana.post(&action, &fields).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        let secret = answer.text("[id^=chave-secreta-de-teste]");
        assert_eq!(secret.len(), 36);
        assert!(!asked.html().contains(&secret));
        assert!(answer.texts(".receipt").len() == 1);
        let links = answer.texts(".row a");
        assert!(links.contains(&applications::try_it(PtBr).to_owned()));
        assert_eq!(
            answer.texts("details.ticket").is_empty(),
            page.contains("pronto")
        );
        let hide = answer.texts("a");
        assert!(hide.contains(&sandbox_keys::hide(PtBr).to_owned()));
        shown.push(secret);
    }
    assert_eq!(shown[0], shown[1]);
    let entries = app.trail(Action::SandboxKeysRevealed).await;
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].actor.as_deref(), Some(ANA));
}

#[tokio::test]
async fn an_approved_application_keeps_its_test_keys() {
    let it = Approved::start().await;
    let page = it.keys_for(&it.ana).await;
    let tries = it.address("testar");
    let links = page.attributes("main a", "href");
    assert!(!links.contains(&tries), "with other keys than these");
    let action = page
        .attributes("form[action*=chaves-de-teste]", "action")
        .remove(0);
    let page = it.ana.post(&action, &[]).await;
    let title = page.text(&format!("[id='teste-{}']", it.id));
    assert_eq!(title, sandbox_keys::title(PtBr));
    assert_eq!(page.text("[id^=chave-secreta-de-teste]").len(), 36);
    assert_eq!(page.texts(".key__value--hidden").len(), 1, "the real one");
}

#[tokio::test]
async fn only_a_form_shows_them() {
    let it = Approved::start().await;
    let address = it.address("chaves-de-teste");
    let answer = it.ana.get(&address).await;
    let page = it.ana.get(answer.location()).await;
    assert_eq!(page.attributes("details[open] .stub", "id"), [&*it.id]);
    assert_eq!(page.texts("[id^=chave-secreta-de-teste]"), [""; 0]);
    assert_eq!(it.app.trail(Action::SandboxKeysRevealed).await.len(), 0);
}

#[tokio::test]
async fn others_find_nothing_and_who_left_does_neither() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    let bia = app.bia().await;
    let address = format!("/minhas-aplicacoes/{group}/{id}/chaves-de-teste");
    bia.post(&address, &[]).await.is(StatusCode::NOT_FOUND);
    let bias = bia.creates_group("Da Bia").await;
    let elsewhere = format!("/minhas-aplicacoes/{bias}/{id}/chaves-de-teste");
    for visitor in [&ana, &bia] {
        let answer = visitor.post(&elsewhere, &[]).await;
        answer.is(StatusCode::NOT_FOUND);
    }
    app.joins(BIA, &group).await;
    app.leaves(ANA, &group).await;
    bia.post(&address, &[]).await.is(StatusCode::OK);
    ana.post(&address, &[]).await.is(StatusCode::NOT_FOUND);
    let done = format!("/solicitacoes/{id}/pronto");
    ana.get(&done).await.is(StatusCode::NOT_FOUND);
    app.works().await;
}

#[tokio::test]
async fn what_is_rejected_has_none() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.rejects(&app.carlos().await, &id).await;
    let address = format!("/minhas-aplicacoes/{group}/{id}/chaves-de-teste");
    ana.post(&address, &[]).await.is(StatusCode::NOT_FOUND);
    for page in [
        format!("/minhas-aplicacoes/{group}"),
        format!("/solicitacoes/{id}/pronto"),
    ] {
        let page = ana.get(&page).await;
        assert_eq!(
            page.attributes("form[action*=chaves-de-teste]", "action"),
            [""; 0]
        );
    }
}
