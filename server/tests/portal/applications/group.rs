//! One's groups, and what each of them has.

use std::time::Duration;

use locales::{
    Locale::{self, PtBr},
    applications, layout, request_done, terms,
};

use crate::harness::{ANA, APPLICATION, BIA, REASON, TestApp};

#[tokio::test]
async fn who_has_nothing_yet_is_told_how_to_begin() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get("/minhas-aplicacoes").await;
        assert_eq!(page.heading(), layout::my_applications(locale));
        assert_eq!(page.text(".empty h2"), applications::none_title(locale));
        assert_eq!(
            page.attributes(".empty a", "href"),
            ["/catalogo", "/grupos/novo"]
        );
    }
}

#[tokio::test]
async fn ones_own_groups_are_there_and_no_others() {
    let (app, ana, anas) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    let bias = bia.creates_group("Da Bia").await;
    let page = ana.get("/minhas-aplicacoes").await;
    let address = format!("/minhas-aplicacoes/{anas}");
    assert_eq!(page.attributes(".ticket .btn", "href"), [&*address]);
    assert_eq!(page.text(".ticket .btn"), applications::see_details(PtBr));
    assert_eq!(page.text(".stub"), applications::no_applications(PtBr));

    app.joins(ANA, &bias).await;
    let page = ana.get("/minhas-aplicacoes").await;
    let names = ["Banco Exemplo – Antifraude", "Da Bia"];
    assert_eq!(page.texts(".ticket__title"), names);
    app.leaves(ANA, &anas).await;
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.texts(".ticket__title"), ["Da Bia"]);
}

#[tokio::test]
async fn a_card_counts_what_its_group_asked_for() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    for _ in 0..2 {
        let request = app.requests(&ana, &group).await;
        app.approves(&carlos, &request).await;
    }
    let rejected = app.requests(&ana, &group).await;
    app.rejects(&carlos, &rejected).await;
    app.requests(&ana, &group).await;
    // A draft is its author's alone.
    ana.post(
        "/solicitacoes/nova/crm-na-nuvem/trial",
        &[("group", &group)],
    )
    .await
    .location();
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(
        page.text(".ticket .stub span:first-child"),
        applications::many_applications(PtBr, 4)
    );
    assert_eq!(
        page.texts(".ticket .stub .stamp"),
        [
            applications::pending(PtBr, 1),
            applications::many_approved(PtBr, 2),
            applications::one_rejected(PtBr).to_owned()
        ]
    );
    app.rests().await;
}

#[tokio::test]
async fn the_newest_application_comes_first_and_each_unfolds() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let first = app.requests(&ana, &group).await;
    app.rejects(&carlos, &first).await;
    app.clock.advance(Duration::from_hours(2));
    let second = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_hours(1));

    let address = format!("/minhas-aplicacoes/{group}");
    let page = ana.get(&address).await;
    assert_eq!(
        page.texts("summary .ticket__number"),
        ["Nº 2026-0002", "Nº 2026-0001"]
    );
    let waits = format!("{} · há 1 h", terms::state_pending(PtBr));
    assert_eq!(
        page.texts("summary .stamp"),
        [&*waits, terms::state_rejected(PtBr)]
    );
    assert_eq!(page.attributes(".stub", "id"), [&*second, &*first]);
    assert_eq!(page.texts("details[open]"), [""; 0]);
    let page = ana.get(&format!("{address}?aplicacao={first}")).await;
    assert_eq!(page.attributes("details[open] .stub", "id"), [first]);
    let page = ana.get(&format!("{address}?aplicacao=outra")).await;
    assert_eq!(page.texts("details[open]"), [""; 0]);
}

#[tokio::test]
async fn one_that_waits_says_so_and_shows_no_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    let request = app.requests(&ana, &group).await;
    let page = bia.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert_eq!(page.text(".notice strong"), request_done::pending_who(PtBr));
    let follow = format!("/solicitacoes/{request}/pronto");
    assert_eq!(page.attributes(".notice a", "href"), [follow]);
    assert_eq!(
        page.texts("details .facts dd"),
        [APPLICATION[1].1, "Ana Souza", "7 de setembro de 2026, 9h00"]
    );
    assert_eq!(page.texts(".key"), [""; 0]);
}

#[tokio::test]
async fn a_rejected_one_says_why_and_shows_no_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let request = app.requests(&ana, &group).await;
    app.rejects(&app.carlos().await, &request).await;
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    assert!(page.text(".notice").contains(REASON));
    let correct = format!("/solicitacoes/{request}/corrigir");
    assert_eq!(page.attributes(".notice form", "action"), [correct]);
    assert_eq!(page.texts(".key"), [""; 0]);
}
