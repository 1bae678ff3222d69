//! What is not there, too much, or none of what a form sends.

use axum::http::{Method, Request, StatusCode, header};

use crate::support::TestApp;

#[tokio::test]
async fn an_address_nobody_knows_is_a_page() {
    let app = TestApp::start().await;
    for path in [
        "/nowhere",
        "/cadastro/",
        "/catalogo/x/y/z",
        "/acesso/%FF",
        "/entrar?continuar=a&continuar=b",
    ] {
        let answer = app.visitor().get(path).await;
        answer.is(StatusCode::NOT_FOUND);
        assert_eq!(answer.text(".error-page__code"), "404");
    }
}

#[tokio::test]
async fn it_is_in_the_readers_language() {
    let app = TestApp::start().await;
    let request = Request::get("/nowhere").header(header::ACCEPT_LANGUAGE, "en");
    let answer = app.visitor().send(request).await;
    assert_eq!(
        answer.text(".error-page h1"),
        locales::errors::not_found_title(locales::Locale::En)
    );
}

#[tokio::test]
async fn another_method_finds_nothing() {
    let app = TestApp::start().await;
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let answer = app.visitor().ask(&method, "/cadastro/enviado").await;
        answer.is(StatusCode::NOT_FOUND);
        assert_eq!(answer.text(".error-page__code"), "404");
    }
}

#[tokio::test]
async fn a_form_too_large_is_refused_unread() {
    let app = TestApp::start().await;
    let name = "a".repeat(65 * 1024);
    let answer = app
        .visitor()
        .post("/cadastro", &[("given_name", &name)])
        .await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text(".error-page__code"), "422");
}

#[tokio::test]
async fn what_no_form_sends_is_refused() {
    let app = TestApp::start().await;
    let request = Request::post("/cadastro").header("Sec-Fetch-Site", "same-origin");
    let answer = app
        .visitor()
        .send(request.header(header::CONTENT_TYPE, "application/json"))
        .await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text(".error-page__code"), "422");
}
