//! Requests of somebody else, and of nobody.

use axum::http::{Method, StatusCode};
use locales::{Locale::PtBr, request_done};

use super::step;
use crate::harness::{APPLICATION, TestApp, Visitor};

/// Every page and every form of a request is not there.
async fn finds_nothing(visitor: &Visitor, request: &str) {
    let site = app::site();
    let routes = site.table().iter();
    let routes = routes.filter(|it| it.path.starts_with("/solicitacoes/{application}/"));
    let mut asked = 0;
    for route in routes {
        let path = app::routes::fill(route.path, &[&request]);
        let answer = match route.method {
            Method::GET => visitor.get(&path).await,
            _ => visitor.post(&path, &APPLICATION).await,
        };
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{} {path}",
            route.method
        );
        asked += 1;
    }
    assert_eq!(asked, 11);
}

#[tokio::test]
async fn requests_that_do_not_exist_are_not_found() {
    let (_app, ana, _) = TestApp::with_ana_and_her_group().await;
    for id in ["00000000-0000-7000-8000-000000000000", "1", "nova", "%FF"] {
        finds_nothing(&ana, id).await;
    }
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    let draft = ana.writes(&group).await;
    finds_nothing(&bia, &draft).await;
    app.joins("bia@empresa.com.br", &group).await;
    finds_nothing(&bia, &draft).await;
    let page = ana.get(&step(&draft, "aplicacao")).await;
    assert_eq!(page.value_of("name"), APPLICATION[0].1);
}

#[tokio::test]
async fn what_others_filed_is_not_found() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let (bia, carlos) = (app.bia().await, app.carlos().await);
    let request = app.requests(&ana, &group).await;
    finds_nothing(&bia, &request).await;
    // Contract managers have a page of their own for requests.
    finds_nothing(&carlos, &request).await;
    app.rejects(&carlos, &request).await;
    finds_nothing(&bia, &request).await;
    let page = ana.get(&step(&request, "pronto")).await;
    assert_eq!(page.heading(), request_done::rejected(PtBr));
}
