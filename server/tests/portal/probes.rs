//! What machines ask.

use axum::http::{StatusCode, header};

use crate::support::TestApp;

#[tokio::test]
async fn the_portal_says_that_it_lives_and_is_ready() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz"] {
        let answer = app.visitor().get(path).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
}

#[tokio::test]
async fn links_are_not_for_search_engines() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/robots.txt").await;
    assert!(answer.html().contains("Disallow: /acesso/"));
}
