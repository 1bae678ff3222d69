//! Correcting a rejected request.

use axum::http::StatusCode;
use locales::{Locale::PtBr, request_done};

use super::step;
use crate::harness::{APPLICATION, BIA, REASON, TestApp, but, id_in};

#[tokio::test]
async fn a_rejected_request_is_corrected_and_filed_again() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let rejected = app.requests(&ana, &group).await;
    app.rejects(&carlos, &rejected).await;

    let answer = ana.post(&step(&rejected, "corrigir"), &[]).await;
    let draft = id_in(answer.location());
    assert_ne!(draft, rejected);
    assert_eq!(answer.location(), step(&draft, "aplicacao"));
    let page = ana.get(&step(&draft, "aplicacao")).await;
    assert!(
        page.text(".notice--bad").contains(REASON),
        "{}",
        page.html()
    );
    assert_eq!(page.value_of("name"), APPLICATION[0].1);
    assert_eq!(page.value_of("description"), APPLICATION[1].1);

    let better = but(
        &APPLICATION,
        "description",
        "Mil consultas por mês, em contas novas.",
    );
    ana.post(&step(&draft, "aplicacao"), &better)
        .await
        .location();
    assert_eq!(ana.files(&draft).await.location(), step(&draft, "pronto"));
    app.works().await;
    for (request, number, heading) in [
        (&rejected, "2026-0001", request_done::rejected(PtBr)),
        (&draft, "2026-0002", request_done::pending(PtBr)),
    ] {
        let page = ana.get(&step(request, "pronto")).await;
        assert_eq!(page.text(".ticket__number"), format!("Nº {number}"));
        assert_eq!(page.heading(), heading);
    }
}

#[tokio::test]
async fn a_correction_that_was_begun_goes_on() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let rejected = app.requests(&ana, &group).await;
    app.rejects(&app.carlos().await, &rejected).await;
    let correct = step(&rejected, "corrigir");
    let (one, two) = tokio::join!(ana.post(&correct, &[]), ana.post(&correct, &[]));
    assert_eq!(one.location(), two.location());
    let draft = id_in(one.location());
    let form = but(&APPLICATION, "name", "Outro nome");
    ana.post(&step(&draft, "aplicacao"), &form).await.location();
    let again = ana.post(&correct, &[]).await;
    assert_eq!(again.location(), one.location());
    let page = ana.get(&step(&draft, "aplicacao")).await;
    assert_eq!(page.value_of("name"), "Outro nome");
}

#[tokio::test]
async fn a_colleague_may_correct_it_too() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let rejected = app.requests(&ana, &group).await;
    app.rejects(&app.carlos().await, &rejected).await;
    let answer = bia.post(&step(&rejected, "corrigir"), &[]).await;
    let review = step(&id_in(answer.location()), "revisao");
    let page = bia.get(&review).await;
    assert!(page.texts("dd").contains(&"Bia Reis".to_owned()));
    ana.get(answer.location()).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn there_is_nothing_to_correct_in_others() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let correct = step(&request, "corrigir");
    ana.post(&correct, &[]).await.is(StatusCode::NOT_FOUND);
    app.approves(&carlos, &request).await;
    ana.post(&correct, &[]).await.is(StatusCode::NOT_FOUND);
    let draft = ana.starts(&group).await;
    let answer = ana.post(&step(&draft, "corrigir"), &[]).await;
    answer.is(StatusCode::NOT_FOUND);
}
