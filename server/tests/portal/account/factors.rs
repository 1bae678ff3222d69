//! The page of a person's second factors.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, factors, fields};

use crate::harness::{ANA, PASSWORD, TestApp, adds_app};

const PAGE: &str = "/conta/verificacao";
const APP: &str = "/conta/verificacao/aplicativo";

#[tokio::test]
async fn an_app_is_added_by_its_picture_and_a_code() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get(PAGE).await;
    assert_eq!(page.heading(), factors::title(PtBr));
    assert_eq!(ana.get(APP).await.location(), PAGE);
    assert_eq!(ana.post(APP, &[]).await.location(), APP);
    let page = ana.get(APP).await;
    assert_eq!(page.attributes("svg[role=img]", "aria-label").len(), 1);
    assert_eq!(page.header(axum::http::header::CACHE_CONTROL), "no-store");
    let confirm = format!("{APP}/confirmar");
    let wrong = ana.post(&confirm, &[("verificacao", "000000")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.error_of("verificacao"), factors::code_wrong(PtBr));
    let empty = ana.post(&confirm, &[]).await;
    assert_eq!(empty.error_of("verificacao"), fields::required(PtBr));
    let (_, codes) = adds_app(&app, &ana).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(app.trail(Action::FactorAdded).await.len(), 1);
    app.works().await;
    let told = app.inbox.mails_to(ANA);
    assert_eq!(told.len(), 1);
}

#[tokio::test]
async fn an_open_browser_is_asked_for_the_password_or_a_code() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let (secret, _) = adds_app(&app, &ana).await;
    app.clock.advance(Duration::from_mins(30));
    let remove = format!("{APP}/remover");
    let asked = ana.post(&remove, &[]).await;
    asked.is(StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = ana.post(&remove, &[("current", "000000")]).await;
    assert_eq!(wrong.error_of("current"), factors::code_wrong(PtBr));
    let code = secret.code_at(app.portal.now());
    let removed = ana.post(&remove, &[("current", &*code)]).await;
    assert_eq!(removed.location(), PAGE);
    assert_eq!(app.trail(Action::FactorRemoved).await.len(), 1);
    let answer = app.visitor().enters(ANA, PASSWORD).await;
    assert_eq!(answer.location(), "/minhas-aplicacoes");
    app.works().await;
}

#[tokio::test]
async fn new_recovery_codes_are_others() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let (_, before) = adds_app(&app, &ana).await;
    let page = ana.post("/conta/verificacao/codigos", &[]).await;
    let after = page.texts("main code");
    assert_eq!(after.len(), 10);
    assert!(after.iter().all(|code| !before.contains(code)));
    app.works().await;
}

#[tokio::test]
async fn whoever_loads_the_address_of_a_form_again_is_led_to_the_page() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for form in ["aplicativo/remover", "codigos", "remocao/cancelar"] {
        let answer = ana.get(&format!("{PAGE}/{form}")).await;
        assert_eq!(answer.location(), PAGE, "{form}");
    }
    app.clock.advance(Duration::from_mins(30));
    assert_eq!(ana.get(&format!("{PAGE}/chaves")).await.location(), PAGE);
    app.works().await;
}
