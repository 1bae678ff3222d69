//! An administrator sees what changed between two revisions of an API.

use axum::http::StatusCode;
use locales::{Locale::PtBr, api, api_compare as t};

use super::{
    SMV,
    forms::{publishes, types},
    with_catalogue,
};
use crate::harness::{APPLICATION, TestApp};

const COMPARE: &str = "/administracao/apis/smv/comparar";

#[tokio::test]
async fn two_revisions_are_told_apart_line_by_line() {
    let (app, dora) = with_catalogue().await;
    types(
        &dora,
        &format!("{SMV}/textos/en"),
        &[("texto.nome", "Quiet check")],
    )
    .await
    .location();
    types(&dora, &format!("{SMV}/planos"), &[("dias.trial", "30")])
        .await
        .location();
    let published = app.catalogue.current().by_slug("smv").unwrap();
    let document = published.openapi.clone().unwrap();
    let changed = document.replace("/mobileidentities/smvs", "/mobileidentities/checks");
    let path = format!("{SMV}/documento");
    let seen = dora.get(&path).await.value_of("visto");
    dora.uploads(&path, &[("visto", &seen)], ("arquivo", changed.as_bytes()))
        .await
        .location();
    let links = dora.get(SMV).await.attributes("main a", "href");
    assert!(links.iter().any(|href| href == COMPARE));

    let page = dora.get(COMPARE).await;
    let (old, new) = (page.texts(".diff__old"), page.texts(".diff__new"));
    assert!(
        old.iter()
            .any(|line| line.ends_with("Silent mobile verification (SMV)"))
    );
    let came = new.iter().find(|line| line.ends_with("Quiet check"));
    assert!(came.is_some_and(|line| line.starts_with(t::added(PtBr))));
    let breaking = page.text(".notice--bad");
    assert!(
        breaking.contains("POST /mobileidentities/smvs"),
        "{breaking}"
    );
    assert!(breaking.contains(t::operation_removed(PtBr)));
    let same = dora.get(&format!("{COMPARE}?de=1&para=1")).await;
    assert!(same.html().contains(t::same(PtBr)));
    dora.get(&format!("{COMPARE}?de=1&para=9"))
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_asks_for_a_plan_reads_its_terms_before_sending() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let dora = app
        .signed_in(super::DORA, &[domain::Role::Administrator])
        .await;
    let terms = [("termos.trial.pt-BR", "Só para **testes**.")];
    types(&dora, &format!("{SMV}/planos"), &terms)
        .await
        .location();
    publishes(&dora).await;
    let page = app.visitor().get("/catalogo/smv").await;
    assert_eq!(page.text(".plan__terms strong"), "testes");
    let start = "/solicitacoes/nova/smv/trial";
    let answer = ana.post(start, &[("group", &group)]).await;
    let application = answer.location().to_owned();
    let review = ana
        .post(&application, &APPLICATION)
        .await
        .location()
        .to_owned();
    let page = ana.get(&review).await;
    let title = api::plan_terms(PtBr, "Trial");
    assert!(page.texts("main h2").contains(&title), "{}", page.html());
    assert!(page.texts("main strong").contains(&"testes".to_owned()));
}
