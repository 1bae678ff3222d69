//! The API as an entry of the portal's own catalogue.

use axum::http::StatusCode;
use domain::{
    catalogue::{ApiFiles, ApiState},
    testing,
};
use locales::{Locale, api as t, try_it};
use serde_json::Value;
use server::entry::{self, SLUG};

use super::with_anas_caller;
use crate::{
    clients::DORA,
    harness::{Answer, TestApp, Visitor},
};

const PAGE: &str = "/catalogo/api-do-portal";

async fn with_entry() -> (TestApp, Visitor, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    assert!(entry::write(&app).await.unwrap());
    (app, ana, group)
}

fn trial(operation: &str) -> String {
    format!("{PAGE}/referencia/{operation}/testar")
}

/// Sends the form of a call as it stands.
async fn tries(visitor: &Visitor, operation: &str) -> Answer {
    let address = trial(operation);
    visitor.get(&address).await.is(StatusCode::OK);
    visitor.post(&address, &[("destino", "portal")]).await
}

#[tokio::test]
async fn its_pages_are_there_in_each_language() {
    let (app, ..) = with_entry().await;
    for locale in Locale::ALL {
        let visitor = app.visitor();
        for page in [
            "",
            "/documentacao",
            "/referencia",
            "/exemplos",
            "/versoes",
            ".md",
            "/documentacao.md",
            "/referencia.md",
            "/exemplos.md",
        ] {
            let address = format!("{PAGE}{page}?idioma={}", locale.tag());
            visitor.get(&address).await.is(StatusCode::OK);
        }
        let page = visitor
            .get(&format!("{PAGE}?idioma={}", locale.tag()))
            .await;
        assert_eq!(page.text("#acesso h2"), t::way_in(locale));
    }
    let catalogue = app.visitor().get("/catalogo").await;
    let links = catalogue.attributes(".card__title a", "href");
    assert!(links.contains(&PAGE.to_owned()), "{links:?}");
}

#[tokio::test]
async fn its_reference_has_every_operation() {
    let (app, ..) = with_entry().await;
    let document: Value = app.visitor().get("/openapi.json").await.json();
    let paths = document["paths"].as_object().unwrap().values();
    let operations: usize = paths.map(|item| item.as_object().unwrap().len()).sum();
    let page = app.visitor().get(&format!("{PAGE}/referencia")).await;
    let shown = page.attributes("article.operation", "id");
    assert_eq!(shown.len(), operations);
    let served: Value = app
        .visitor()
        .get(&format!("{PAGE}/openapi.json"))
        .await
        .json();
    assert!(served["paths"]["/groups"]["get"].is_object());
    let base = served["servers"][0]["url"].as_str().unwrap();
    assert!(base.ends_with("/api/v1"), "{base}");
}

#[tokio::test]
async fn nobody_asks_for_access_to_it() {
    let (app, ana, _) = with_entry().await;
    let page = ana.get(PAGE).await;
    let asks = page.attributes("a[href^='/solicitacoes/nova']", "href");
    assert_eq!(asks, [""; 0]);
    assert_eq!(
        page.attributes("a[href='/administracao/clientes']", "href"),
        [""; 0]
    );
    for plan in ["trial", "pay-per-use"] {
        let address = format!("/solicitacoes/nova/{SLUG}/{plan}");
        ana.get(&address).await.is(StatusCode::NOT_FOUND);
    }
    let dora = app.signed_in(DORA, &[domain::Role::Administrator]).await;
    let page = dora.get(PAGE).await;
    let clients = page.attributes("#acesso a[href='/administracao/clientes']", "href");
    assert_eq!(clients.len(), 1);
}

#[tokio::test]
async fn what_it_says_already_is_not_written_again() {
    let (app, ..) = with_entry().await;
    let revisions = app.rows("api_revisions").await;
    assert!(!entry::write(&app).await.unwrap());
    assert_eq!(app.rows("api_revisions").await, revisions);
}

#[tokio::test]
async fn withdrawn_it_stays_so_and_the_api_answers_on() {
    let (app, caller, _) = with_anas_caller().await;
    entry::write(&app).await.unwrap();
    let withdrawn = ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    };
    testing::import(&app, SLUG, withdrawn).await;
    assert!(!entry::write(&app).await.unwrap());
    app.visitor().get(PAGE).await.is(StatusCode::NOT_FOUND);
    caller.reads("/groups").await.is(StatusCode::OK);
    app.works().await;
}

/// Programs of code samples send the token so.
#[tokio::test]
async fn the_token_may_come_in_the_header_of_the_samples() {
    let (app, caller, _) = with_anas_caller().await;
    entry::write(&app).await.unwrap();
    let bearer = format!("Bearer {}", caller.token);
    let headers = [("x-client-auth", &*bearer)];
    let answer = caller.program.gets("/api/v1/groups", &headers).await;
    answer.is(StatusCode::OK);
    let twice = [("x-client-auth", &*bearer), ("Authorization", &*bearer)];
    let answer = caller.program.gets("/api/v1/groups", &twice).await;
    answer.is(StatusCode::UNAUTHORIZED);
    app.works().await;
}

#[tokio::test]
async fn whoever_is_signed_in_reads_what_is_theirs_from_the_page() {
    let (app, ana, group) = with_entry().await;
    let page = tries(&ana, "list-groups").await;
    assert_eq!(
        page.is(StatusCode::OK).text("#resultado > .split .stamp"),
        "200"
    );
    assert!(page.html().contains(&group));
    let bia = app.bia().await;
    let page = tries(&bia, "list-groups").await;
    assert_eq!(
        page.is(StatusCode::OK).text("#resultado > .split .stamp"),
        "200"
    );
    assert!(!page.html().contains(&group));
}

#[tokio::test]
async fn what_changes_something_is_left_to_programs() {
    let (app, ana, _) = with_entry().await;
    let webhooks = app.rows("webhooks").await;
    let page = tries(&ana, "add-webhook").await;
    let said = try_it::own_acts(Locale::PtBr);
    assert!(page.is(StatusCode::OK).html().contains(said));
    assert_eq!(page.attributes("form#chamada", "action"), [""; 0]);
    assert_eq!(app.rows("webhooks").await, webhooks);
}
