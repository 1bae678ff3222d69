//! What is not there, too much, or none of what a form sends.

use axum::http::{Method, Request, StatusCode, header};

use serde_json::Value;

use crate::harness::{Answer, TestApp};

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
async fn another_method_is_told_which_one_is_meant() {
    let app = TestApp::start().await;
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let answer = app.visitor().ask(&method, "/cadastro/enviado").await;
        answer.is(StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.text(".error-page__code"), "405");
        assert_eq!(answer.header(header::ALLOW), "GET,HEAD");
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

fn told(answer: &Answer) -> (String, String) {
    let json: Value = answer.json();
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    (text("error"), text("error_description"))
}

#[tokio::test]
async fn behind_the_doors_of_programs_every_error_is_json() {
    let app = TestApp::start_with_catalogue().await;
    for path in [
        "/oauth2/v1/tokens",
        "/oauth2",
        "/gateway/nothing",
        "/.well-known/nothing",
        "/identity",
        "/identity/v2/mobileidentities",
    ] {
        let answer = app.visitor().get(path).await;
        let (error, text) = told(answer.is(StatusCode::NOT_FOUND));
        assert_eq!(error, "not_found", "{path}");
        assert!(!text.contains("slash"), "{path}");
    }
    let answer = app.visitor().post("/oauth2/v1/token/", &[]).await;
    let (_, text) = told(answer.is(StatusCode::NOT_FOUND));
    assert!(text.contains("without the slash"), "{text}");
}

#[tokio::test]
async fn another_method_than_a_programs_is_json_too() {
    let app = TestApp::start().await;
    for (path, allow) in [
        ("/oauth2/v1/token", "POST"),
        ("/oauth2/v1/register", "POST"),
        ("/gateway/usage", "POST"),
        ("/.well-known/jwks.json", "GET,HEAD"),
    ] {
        let answer = app.visitor().ask(&Method::DELETE, path).await;
        let (error, _) = told(answer.is(StatusCode::METHOD_NOT_ALLOWED));
        assert_eq!(error, "method_not_allowed", "{path}");
        assert_eq!(answer.header(header::ALLOW), allow, "{path}");
    }
}

#[tokio::test]
async fn who_asks_for_json_gets_it() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let ask = |method, path| {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::ACCEPT, "application/json");
        visitor.send(request.header("Sec-Fetch-Site", "same-origin"))
    };
    let (error, _) = told(ask("GET", "/nada").await.is(StatusCode::NOT_FOUND));
    assert_eq!(error, "not_found");
    let answer = ask("DELETE", "/cadastro/enviado").await;
    let (error, _) = told(answer.is(StatusCode::METHOD_NOT_ALLOWED));
    assert_eq!(error, "method_not_allowed");
    assert_eq!(answer.header(header::ALLOW), "GET,HEAD");
    let (error, _) = told(
        ask("POST", "/cadastro")
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY),
    );
    assert_eq!(error, "invalid_request");
}
