//! What no request may be, whoever it is for.

use axum::http::{Request, StatusCode, header};

use crate::harness::TestApp;

#[tokio::test]
async fn it_is_refused_at_every_door() {
    let app = TestApp::start_with_catalogue().await;
    for path in [
        "/",
        "/oauth2/v1/token",
        "/identity/v1/x",
        "/assets/x",
        "/healthz",
    ] {
        let trace = Request::builder().method("TRACE").uri(path);
        let answer = app.visitor().send(trace).await;
        answer.is(StatusCode::METHOD_NOT_ALLOWED);
        assert!(!answer.header(header::ALLOW).is_empty());
        let hosts = Request::get(path)
            .header(header::HOST, "balcao.example")
            .header(header::HOST, "evil.example");
        app.visitor().send(hosts).await.is(StatusCode::BAD_REQUEST);
        let coded = Request::post(path).header(header::TRANSFER_ENCODING, "gzip, chunked");
        let answer = app.visitor().send(coded).await;
        answer.is(StatusCode::NOT_IMPLEMENTED);
        let cut = format!("{path}%00.css");
        app.visitor().get(&cut).await.is(StatusCode::BAD_REQUEST);
    }
}

/// A NUL in a search would be a fault of the database.
#[tokio::test]
async fn the_end_of_a_text_is_none_in_a_query() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/catalogo?q=%00").await;
    answer.is(StatusCode::BAD_REQUEST);
}
