//! What has become of a request.

use locales::{
    Locale::{self, PtBr},
    request_done, terms,
};

use super::step;
use crate::harness::{BIA, REASON, TestApp};

#[tokio::test]
async fn a_request_that_waits_says_who_decides_and_what_to_do_meanwhile() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get(&step(&request, "pronto")).await;
        assert_eq!(page.heading(), request_done::pending(locale));
        assert_eq!(page.text(".stamp"), terms::state_pending(locale));
        assert_eq!(
            page.text(".notice strong"),
            request_done::pending_who(locale)
        );
        assert_eq!(
            page.text(".breadcrumbs [aria-current]"),
            request_done::title(locale, "2026-0001")
        );
        assert_eq!(page.texts(".ticket .stub").len(), 1);
        let meanwhile = page.attributes(".lines a", "href");
        assert_eq!(
            meanwhile,
            [
                "/catalogo/smv",
                "/catalogo/smv/exemplos",
                "/catalogo/smv/documentacao"
            ]
        );
    }
}

#[tokio::test]
async fn what_is_still_a_draft_goes_on_where_it_was_left() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    let answer = ana.get(&step(&draft, "pronto")).await;
    assert_eq!(answer.location(), step(&draft, "aplicacao"));
}

#[tokio::test]
async fn its_group_follows_it_but_only_its_author_cancels_it() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let request = app.requests(&ana, &group).await;
    for (reader, buttons) in [(&ana, 1), (&bia, 0)] {
        let page = reader.get(&step(&request, "pronto")).await;
        let cancel = page.texts("main form[action$='/cancelar'] button");
        assert_eq!(cancel.len(), buttons);
    }
}

#[tokio::test]
async fn an_approved_one_leads_to_its_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    app.approves(&app.carlos().await, &request).await;
    let page = ana.get(&step(&request, "pronto")).await;
    assert_eq!(page.heading(), request_done::approved(PtBr));
    assert_eq!(page.text(".stamp"), terms::state_approved(PtBr));
    let home = format!("/minhas-aplicacoes/{group}");
    assert_eq!(page.attributes(".actions a", "href"), [home]);
}

#[tokio::test]
async fn a_rejected_one_says_why_and_how_to_mend_it() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    app.rejects(&app.carlos().await, &request).await;
    let page = ana.get(&step(&request, "pronto")).await;
    assert_eq!(page.heading(), request_done::rejected(PtBr));
    assert!(page.text(".notice").ends_with(REASON));
    let correct = step(&request, "corrigir");
    assert_eq!(page.attributes("main form", "action"), [correct]);
}
