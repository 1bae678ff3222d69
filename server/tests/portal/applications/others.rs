//! Groups and applications of somebody else, and of nobody.

use axum::http::StatusCode;
use domain::audit::Action;

use crate::harness::{BIA, TestApp, Visitor};

const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";

/// Neither the group's page is found, nor the one that shows a secret.
async fn finds_nothing(visitor: &Visitor, group: &str, application: &str) {
    let page = visitor.get(&format!("/minhas-aplicacoes/{group}")).await;
    page.is(StatusCode::NOT_FOUND);
    reveals_nothing(visitor, group, application).await;
}

async fn reveals_nothing(visitor: &Visitor, group: &str, application: &str) {
    let address = format!("/minhas-aplicacoes/{group}/{application}/revelar");
    let answer = visitor.post(&address, &[]).await;
    answer.is(StatusCode::NOT_FOUND);
    // The address alone says nothing of what is there: it leads to the group's page, if at all.
    let answer = visitor.get(&address).await;
    if answer.status != StatusCode::NOT_FOUND {
        let page = visitor.get(answer.location()).await;
        assert_eq!(
            page.texts(".key__value:not(.key__value--hidden)[id^=chave-secreta]"),
            [""; 0]
        );
    }
}

/// A group with an approved application, of the visitor's own.
async fn approved(app: &TestApp, visitor: &Visitor, manager: &Visitor) -> (String, String) {
    let group = visitor.creates_group("Antifraude").await;
    let application = app.requests(visitor, &group).await;
    app.approves(manager, &application).await;
    (group, application)
}

#[tokio::test]
async fn what_is_not_ones_own_is_not_found() {
    let app = TestApp::start_with_catalogue().await;
    let (carlos, bia) = (app.carlos().await, app.bia().await);
    let ana = app.signed_in("ana@empresa.com.br", &[]).await;
    let (anas, hers) = approved(&app, &ana, &carlos).await;
    let (bias, theirs) = approved(&app, &bia, &carlos).await;

    finds_nothing(&bia, &anas, &hers).await;
    finds_nothing(&bia, &anas, &theirs).await;
    reveals_nothing(&bia, &bias, &hers).await;
    reveals_nothing(&bia, &bias, NOWHERE).await;
    // Whoever decides on an application may not see its keys.
    finds_nothing(&carlos, &anas, &hers).await;
    for id in [NOWHERE, "1", "%FF"] {
        finds_nothing(&bia, id, &hers).await;
        finds_nothing(&bia, id, id).await;
        reveals_nothing(&bia, &bias, id).await;
    }
    assert_eq!(app.trail(Action::SecretRevealed).await.len(), 0);
}

#[tokio::test]
async fn an_application_is_shown_in_its_own_group_alone() {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (
        app.signed_in("ana@empresa.com.br", &[]).await,
        app.carlos().await,
    );
    let (_, application) = approved(&app, &ana, &carlos).await;
    let other = ana.creates_group("Cobrança").await;
    reveals_nothing(&ana, &other, &application).await;
}

#[tokio::test]
async fn who_leaves_a_group_sees_its_keys_no_longer() {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (
        app.signed_in("ana@empresa.com.br", &[]).await,
        app.carlos().await,
    );
    let bia = app.bia().await;
    let (group, application) = approved(&app, &ana, &carlos).await;
    app.joins(BIA, &group).await;
    let address = format!("/minhas-aplicacoes/{group}/{application}/revelar");
    bia.post(&address, &[]).await.is(StatusCode::OK);
    app.leaves(BIA, &group).await;
    finds_nothing(&bia, &group, &application).await;
}

#[tokio::test]
async fn what_is_not_approved_has_nothing_to_reveal() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let application = app.requests(&ana, &group).await;
    reveals_nothing(&ana, &group, &application).await;
    app.rejects(&carlos, &application).await;
    reveals_nothing(&ana, &group, &application).await;
    let cancelled = app.requests(&ana, &group).await;
    let cancel = format!("/solicitacoes/{cancelled}/cancelar");
    ana.post(&cancel, &[]).await.location();
    app.works().await;
    reveals_nothing(&ana, &group, &cancelled).await;
    let draft = ana.writes(&group).await;
    reveals_nothing(&ana, &group, &draft).await;
    assert_eq!(app.trail(Action::SecretRevealed).await.len(), 0);
}
