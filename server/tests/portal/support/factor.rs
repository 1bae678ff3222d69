//! The way out for whoever lost their second factor.

use axum::http::StatusCode;
use domain::Role;
use locales::{Locale::PtBr, factors};

use super::{page_of, supporter};
use crate::harness::{ANA, PASSWORD, TestApp, adds_app};

const REASON: &str = "Ligou do número cadastrado e disse o último pedido.";
const JULIA: &str = "julia@balcao.example";

#[tokio::test]
async fn one_asks_another_confirms_and_the_owner_is_told() {
    let app = TestApp::start().await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let ana = app.signs_in(ANA).await;
    adds_app(&app, &ana).await;
    let caio = supporter(&app).await;
    app.knows(("Julia", "Melo"), JULIA, &[Role::Support]).await;
    let julia = app.signs_in(JULIA).await;
    let page = format!("{}/verificacao", page_of(id));
    let empty = caio.post(&page, &[]).await;
    empty.is(StatusCode::UNPROCESSABLE_ENTITY);
    let asked = caio.post(&page, &[("motivo", REASON)]).await;
    assert_eq!(asked.location(), page_of(id));
    let confirm = format!("{page}/confirmar");
    let alone = caio.get(&page).await;
    assert!(!alone.attributes("form", "action").contains(&confirm));
    let refused = caio.post(&confirm, &[]).await;
    assert_eq!(refused.location(), page_of(id));
    ana.get("/conta").await.is(StatusCode::OK);
    let seen = julia.get(&page).await;
    assert!(seen.html().contains(REASON));
    julia.post(&confirm, &[]).await.location();
    assert!(ana.get("/conta").await.location().starts_with("/entrar"));
    app.works().await;
    assert_eq!(app.inbox.mails_to(ANA).len(), 3);
    let answer = app.visitor().enters(ANA, PASSWORD).await;
    assert_eq!(answer.location(), "/minhas-aplicacoes");
    let account = caio.get(&page_of(id)).await;
    assert!(account.html().contains(factors::support_off(PtBr)));
    app.works().await;
}

#[tokio::test]
async fn support_takes_a_removal_back() {
    let app = TestApp::start().await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let ana = app.signs_in(ANA).await;
    adds_app(&app, &ana).await;
    let caio = supporter(&app).await;
    let page = format!("{}/verificacao", page_of(id));
    caio.post(&page, &[("motivo", REASON)]).await.location();
    let withdrawn = caio.post(&format!("{page}/desistir"), &[]).await;
    assert_eq!(withdrawn.location(), page_of(id));
    assert_eq!(caio.get(&page).await.attributes("#motivo", "name").len(), 1);
    app.works().await;
}

#[tokio::test]
async fn the_owner_sees_a_removal_and_cancels_it() {
    let app = TestApp::start().await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let ana = app.signs_in(ANA).await;
    adds_app(&app, &ana).await;
    let caio = supporter(&app).await;
    let page = format!("{}/verificacao", page_of(id));
    caio.post(&page, &[("motivo", REASON)]).await.location();
    let seen = ana.get("/conta/verificacao").await;
    assert!(seen.html().contains(factors::removal_of_yours(PtBr)));
    let cancel = "/conta/verificacao/remocao/cancelar";
    assert!(
        seen.attributes("form", "action")
            .iter()
            .any(|it| it == cancel)
    );
    assert_eq!(ana.post(cancel, &[]).await.location(), "/conta/verificacao");
    assert_eq!(caio.get(&page).await.attributes("#motivo", "name").len(), 1);
    app.works().await;
}
