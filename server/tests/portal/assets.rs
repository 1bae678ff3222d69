//! The site's own files.

use axum::http::{HeaderName, Request, StatusCode, header};
use server::http::assets::addresses;

use crate::harness::{Answer, TestApp};

const ENCODING: HeaderName = header::CONTENT_ENCODING;

async fn fetch(path: &str, accepts: &str) -> Answer {
    let app = TestApp::start().await;
    app.visitor()
        .send(Request::get(path).header(header::ACCEPT_ENCODING, accepts))
        .await
}

#[tokio::test]
async fn every_file_is_there_for_ever_and_typed() {
    let assets = addresses().unwrap();
    let files = [
        (assets.stylesheet, "text/css; charset=utf-8"),
        (assets.boot, "text/javascript; charset=utf-8"),
        (assets.islands_script, "text/javascript; charset=utf-8"),
        (assets.islands_wasm, "application/wasm"),
        (assets.favicon, "image/svg+xml"),
    ];
    for (path, content_type) in files {
        let answer = fetch(&path, "gzip, deflate, br").await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::CONTENT_TYPE), content_type, "{path}");
        assert_eq!(
            answer.header(header::CACHE_CONTROL),
            "public, max-age=31536000, immutable",
            "{path}"
        );
        assert_eq!(answer.header(header::VARY), "Accept-Encoding", "{path}");
        assert_eq!(answer.header(ENCODING), "br", "{path}");
    }
}

#[tokio::test]
async fn it_comes_in_the_smallest_form_that_is_taken() {
    let path = addresses().unwrap().islands_wasm;
    let (brotli, gzip, plain) = (
        fetch(&path, "br, gzip").await,
        fetch(&path, "gzip").await,
        fetch(&path, "").await,
    );
    assert_eq!(brotli.header(ENCODING), "br");
    assert_eq!(gzip.header(ENCODING), "gzip");
    assert_eq!(plain.header(ENCODING), "");
    assert!(brotli.bytes.len() < gzip.bytes.len() && gzip.bytes.len() < plain.bytes.len());
    assert!(plain.bytes.starts_with(b"\0asm"));
}

#[tokio::test]
async fn nothing_else_is_handed_out() {
    let stylesheet = addresses().unwrap().stylesheet;
    for path in [
        "/assets/manifest.json",
        "/assets/main.css",
        "/assets/..%2fCargo.toml",
        &format!("{stylesheet}.br"),
    ] {
        fetch(path, "br").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn browsers_that_ask_unasked_find_the_icon() {
    let answer = fetch("/favicon.ico", "").await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_TYPE), "image/svg+xml");
}
