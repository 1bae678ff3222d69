//! The portal, reached under another name than its own.

use axum::http::{Request, StatusCode, header};

use crate::harness::{HTTPS, TestApp, Visitor};

async fn asks(visitor: &Visitor, path: &str, accept: &str) -> (StatusCode, String) {
    let request = Request::get(path).header(header::HOST, "10.0.0.7:3000");
    let answer = visitor.send(request.header(header::ACCEPT, accept)).await;
    (answer.status, answer.header(header::LOCATION).to_owned())
}

const PAGE: &str = "text/html,*/*;q=0.8";

#[tokio::test]
async fn a_page_leads_to_the_public_one_and_nobody_in_circles() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let (status, location) = asks(&visitor, "/entrar?continuar=%2Fconta", PAGE).await;
    assert_eq!(status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(location, format!("{HTTPS}/entrar?continuar=%2Fconta"));
    let again = asks(&visitor, "/entrar?continuar=%2Fconta", PAGE).await;
    assert_eq!(again.0, StatusCode::OK);
}

#[tokio::test]
async fn machines_are_answered_under_any_name() {
    let app = TestApp::start().await;
    for path in [
        "/healthz",
        "/readyz",
        "/.well-known/jwks.json",
        "/robots.txt",
    ] {
        let answer = asks(&app.visitor(), path, PAGE).await;
        assert_eq!(answer.0, StatusCode::OK, "{path}");
    }
    let answer = asks(&app.visitor(), "/catalogo", "*/*").await;
    assert_eq!(answer.0, StatusCode::OK);
}
