//! Where one is signed in, and ending it there.

use axum::http::{Request, StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, account, flash};

use crate::harness::{ANA, Answer, BIA, PASSWORD, TestApp, Visitor};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/// The addresses that end one session each.
fn ends(page: &Answer) -> Vec<String> {
    page.attributes(
        "form[action$='/encerrar']:not([action='/conta/sessoes/encerrar'])",
        "action",
    )
}

async fn with_firefox(app: &TestApp) -> Visitor {
    let visitor = app.visitor_from(crate::harness::ELSEWHERE);
    let request = Request::post("/entrar")
        .header("Sec-Fetch-Site", "same-origin")
        .header(header::USER_AGENT, FIREFOX);
    let form = [("email", ANA), ("password", PASSWORD)];
    visitor.send_form(request, &form).await.location();
    visitor
}

#[tokio::test]
async fn every_one_is_listed_with_device_and_place() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    with_firefox(&app).await;
    let page = ana.get("/conta").await;
    let lines = page.texts(".lines li");
    assert_eq!(lines.len(), 2);
    let (here, there): (Vec<_>, Vec<_>) = lines
        .iter()
        .partition(|line| line.contains(account::this_session(PtBr)));
    assert!(here[0].contains("203.0.113.7"), "{here:?}");
    assert!(
        there[0].contains("Firefox no Linux") && there[0].contains("198.51.100.7"),
        "{there:?}"
    );
    assert_eq!(ends(&page).len(), 1, "this one ends by signing out");
    app.works().await;
}

#[tokio::test]
async fn a_single_one_has_nothing_to_end() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get("/conta").await;
    assert_eq!(page.texts("form[action^='/conta/sessoes']").len(), 0);
}

#[tokio::test]
async fn one_of_them_is_ended() {
    let app = TestApp::start().await;
    let here = app.signed_in(ANA, &[]).await;
    let there = app.signs_in(ANA).await;
    let other = here.get("/conta").await;
    let third = app.signs_in(ANA).await;
    assert_eq!(here.post(&ends(&other)[0], &[]).await.location(), "/conta");
    assert_eq!(here.get("/conta").await.flash(), flash::session_ended(PtBr));
    there.get("/conta").await.location();
    third.get("/conta").await.is(StatusCode::OK);
    let [entry] = &app.trail(Action::SessionsEnded).await[..] else {
        panic!("ending one session is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
}

#[tokio::test]
async fn all_the_others_are_ended() {
    let app = TestApp::start().await;
    let here = app.signed_in(ANA, &[]).await;
    let (there, also) = (app.signs_in(ANA).await, app.signs_in(ANA).await);
    let bia = app.signed_in(BIA, &[]).await;
    let answer = here.post("/conta/sessoes/encerrar", &[]).await;
    assert_eq!(answer.location(), "/conta");
    assert_eq!(
        here.get("/conta").await.flash(),
        flash::sessions_ended(PtBr)
    );
    for ended in [there, also] {
        ended.get("/conta").await.location();
    }
    bia.get("/conta").await.is(StatusCode::OK);
}

#[tokio::test]
async fn those_of_others_do_not_exist() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let also_ana = app.signs_in(ANA).await;
    let bia = app.signed_in(BIA, &[]).await;
    let foreign = ends(&ana.get("/conta").await).remove(0);
    bia.post(&foreign, &[]).await.is(StatusCode::NOT_FOUND);
    also_ana.get("/conta").await.is(StatusCode::OK);
    for id in ["1", "00000000-0000-7000-8000-000000000000"] {
        let made_up = format!("/conta/sessoes/{id}/encerrar");
        bia.post(&made_up, &[]).await.is(StatusCode::NOT_FOUND);
    }
    assert!(app.trail(Action::SessionsEnded).await.is_empty());
}
