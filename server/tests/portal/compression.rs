//! What is sent compressed, and what is not.

use std::io::Read;

use axum::http::{Request, StatusCode, header};
use flate2::read::GzDecoder;

use crate::harness::{ANA, Answer, TestApp, Visitor};

async fn takes_gzip(visitor: &Visitor, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "gzip, deflate");
    let answer = visitor.send(request).await;
    answer.is(StatusCode::OK);
    answer
}

fn encoding(answer: &Answer) -> &str {
    answer.header(header::CONTENT_ENCODING)
}

#[tokio::test]
async fn what_is_the_same_for_every_visitor_is() {
    let app = TestApp::start_with_catalogue().await;
    for path in [
        "/",
        "/catalogo",
        "/catalogo/smv",
        "/catalogo/smv/referencia",
        "/catalogo/smv/openapi.json",
        "/entrar",
    ] {
        let plain = app.visitor().get(path).await;
        assert_eq!(encoding(&plain), "", "{path}");
        let answer = takes_gzip(&app.visitor(), path).await;
        assert_eq!(encoding(&answer), "gzip", "{path}");
        assert!(answer.bytes.len() < plain.bytes.len() / 2, "{path}");
        let mut text = Vec::new();
        GzDecoder::new(&*answer.bytes)
            .read_to_end(&mut text)
            .unwrap();
        assert!(text == plain.bytes, "{path}");
        for answer in [plain, answer] {
            let vary = answer.headers.get_all(header::VARY).iter();
            let vary: Vec<_> = vary.map(|value| value.to_str().unwrap()).collect();
            assert!(
                vary.join(",").contains("Accept-Encoding"),
                "{path}: {vary:?}"
            );
        }
    }
}

#[tokio::test]
async fn what_is_very_long_is_sent_whole() {
    let app = TestApp::start_with_catalogue().await;
    let document = serde_json::json!({
        "openapi": "3.1.0",
        "paths": {"/a": {"get": {"operationId": "a", "responses": {"204": {"description": "A"}}}}},
        "info": {"title": "A", "version": "1", "description": "a".repeat(5 * 1024 * 1024)},
    });
    let document = document.to_string();
    let length = document.len();
    domain::catalogue::set_document(&app.system(), &app.catalogue, "smv", document, Some(false))
        .await
        .unwrap();
    let answer = takes_gzip(&app.visitor(), "/catalogo/smv/openapi.json").await;
    assert_eq!(encoding(&answer), "");
    assert!(answer.bytes.len() > length, "{}", answer.bytes.len());
}

/// Whoever can request a page again and again, with words of their own in it, must not learn
/// from its length what else is in it.
#[tokio::test]
async fn what_is_for_one_reader_is_not() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in(ANA, &[]).await;
    for path in [
        "/",
        "/catalogo",
        "/catalogo/smv",
        "/conta",
        "/minhas-aplicacoes",
    ] {
        assert_eq!(encoding(&takes_gzip(&ana, path).await), "", "{path}");
    }
    app.registers("bia@empresa.com.br").await;
    let link = app.inbox.link_for("bia@empresa.com.br");
    assert_eq!(encoding(&takes_gzip(&app.visitor(), &link).await), "");
}
