//! The queue of requests that wait.

use std::time::Duration;

use axum::http::StatusCode;
use locales::{
    Locale::{self, PtBr},
    approval_queue as queue, approvals, layout,
};

use crate::harness::{ANA, APPLICATION, Answer, GROUP, TestApp, Visitor, but, id_in};

fn numbers(page: &Answer) -> Vec<String> {
    page.texts("tbody .table__title")
}

/// Asks for SMV in the name of as many new groups, a minute after one another.
async fn asks_often(app: &TestApp, applicant: &Visitor, times: usize) {
    for count in 1..=times {
        let group = applicant.creates_group(&format!("Time {count}")).await;
        app.requests(applicant, &group).await;
        app.clock.advance(Duration::from_mins(1));
    }
}

/// The numbers of the requests from one in a row to another.
fn row(from: usize, to: usize) -> Vec<String> {
    (from..=to)
        .map(|count| format!("2026-{count:04}"))
        .collect()
}

#[tokio::test]
async fn an_empty_queue_says_so() {
    let app = TestApp::start().await;
    let carlos = app.carlos().await;
    for locale in Locale::ALL {
        carlos.reads_in(locale).await;
        let page = carlos.get("/aprovacoes").await;
        assert_eq!(page.heading(), layout::approvals(locale));
        assert_eq!(page.text(".empty h2"), approvals::empty_title(locale));
    }
}

#[tokio::test]
async fn the_oldest_request_comes_first_with_all_one_needs_to_choose() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let (bia, carlos) = (app.bia().await, app.carlos().await);
    let first = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_hours(3));
    let theirs = but(&GROUP, "legal_name", "Padaria do Zé Ltda.");
    let answer = bia
        .post("/solicitacoes/nova/score-de-credito/pay-per-use", &theirs)
        .await;
    let second = id_in(answer.location());
    bia.post(answer.location(), &APPLICATION).await.location();
    bia.files(&second).await.location();
    app.works().await;

    let page = carlos.get("/aprovacoes").await;
    assert_eq!(numbers(&page), row(1, 2));
    let links = page.attributes("tbody .table__title a", "href");
    assert_eq!(links, [first, second].map(|id| format!("/aprovacoes/{id}")));
    let first = page.texts("tbody tr:first-child td");
    assert_eq!(
        first[1..5],
        [
            "Banco Exemplo S.A. 12.ABC.345/01DE-35",
            "Verificação silenciosa de número móvel (SMV) · Trial",
            &format!("Ana Souza {ANA}"),
            queue::assign_to_me(PtBr),
        ]
    );
    // Nobody works on a holiday.
    let waits = queue::minutes_of(PtBr, 0, 16);
    let expected = format!("há 3 h {} {waits}", queue::in_time(PtBr));
    assert_eq!(first[5], expected);
    assert_eq!(
        page.texts("tbody tr:last-child td")[1..3],
        [
            "Padaria do Zé Ltda. 12.ABC.345/01DE-35",
            "Score de crédito · Pay Per Use"
        ]
    );
}

#[tokio::test]
async fn a_long_queue_goes_on_page_by_page() {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (app.signed_in(ANA, &[]).await, app.carlos().await);
    asks_often(&app, &ana, 27).await;
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(numbers(&page), row(1, 25));
    let next = page.attributes(".pager a[rel=next]", "href").remove(0);
    let page = carlos.get(&next).await;
    assert_eq!(numbers(&page), row(26, 27));
    let back = page.attributes(".pager a[rel=prev]", "href").remove(0);
    let page = carlos.get(&back).await;
    assert_eq!(numbers(&page), row(1, 25));
    assert_eq!(page.texts(".pager a[rel=prev]"), [""; 0]);
    app.rests().await;
}

#[tokio::test]
async fn what_leaves_the_queue_meanwhile_hides_nothing() {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (app.signed_in(ANA, &[]).await, app.carlos().await);
    asks_often(&app, &ana, 26).await;
    let page = carlos.get("/aprovacoes").await;
    let next = page.attributes(".pager a[rel=next]", "href").remove(0);
    let links = page.attributes("tbody .table__title a", "href");
    // The first of the page and the very one it ended with.
    for link in [&links[0], &links[24]] {
        app.approves(&carlos, &id_in(link)).await;
    }
    assert_eq!(numbers(&carlos.get(&next).await), row(26, 26));
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(numbers(&page), [row(2, 24), row(26, 26)].concat());
    assert_eq!(page.texts(".pager"), [""; 0]);
    app.rests().await;
}

#[tokio::test]
async fn a_place_that_is_none_is_the_start() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    app.requests(&ana, &group).await;
    for place in ["", "x", "1-2", "-1-00000000000070008000000000000000"] {
        let page = carlos.get(&format!("/aprovacoes?depois={place}")).await;
        page.is(StatusCode::OK);
        assert_eq!(numbers(&page), row(1, 1), "{place:?}");
    }
}

#[tokio::test]
async fn only_what_waits_is_in_it() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let decided = app.requests(&ana, &group).await;
    app.rejects(&carlos, &decided).await;
    ana.writes(&group).await;
    let page = carlos.get("/aprovacoes").await;
    assert_eq!(page.text(".empty h2"), approvals::empty_title(PtBr));
}
