//! An administrator tries whether the real API answers.

use axum::http::StatusCode;
use domain::{Role, demo};
use locales::{Locale::PtBr, api_problems as p, upstream_check as u};
use server::config::UpstreamConfig;
use tokio::net::TcpListener;

use super::{DORA, SMV};
use crate::harness::{Answer, TestApp, Visitor};

async fn start() -> (TestApp, Visitor) {
    let app = TestApp::start_with(|setup| {
        setup.upstreams = UpstreamConfig {
            hosts: vec!["127.0.0.1".to_owned(), "localhost".to_owned()],
            networks: vec!["127.0.0.1/32".parse().unwrap()],
            ..UpstreamConfig::default()
        };
    })
    .await;
    demo::publish(&app.system(), &app.catalogue).await.unwrap();
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    (app, dora)
}

async fn checks(dora: &Visitor, upstream: &str) -> Answer {
    let calls = format!("{SMV}/chamadas");
    let fields = [("api-real", upstream), ("acao", "verificar")];
    let page = dora.post(&calls, &fields).await;
    page.is(StatusCode::OK);
    assert_eq!(page.value_of("api-real"), upstream);
    page
}

#[tokio::test]
async fn whether_an_upstream_answers_is_said_before_it_is_saved() {
    let (_app, dora) = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let page = checks(&dora, &url).await;
    assert!(
        page.text(".notice--info")
            .contains(u::upstream_answers(PtBr))
    );
    // That connection ended without a request.
    listener.accept().await.unwrap();
    let secure = url.replace("http:", "https:");
    let speaking = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        stream.writable().await.unwrap();
        stream
            .try_write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .unwrap();
        // Until the portal has read it.
        let mut rest = [0; 4096];
        while matches!(
            stream.readable().await.map(|()| stream.try_read(&mut rest)),
            Ok(Ok(1..))
        ) {}
    });
    let page = checks(&dora, &secure).await;
    assert!(page.text(".notice--bad").contains(u::tls_none(PtBr)));
    speaking.await.unwrap();
    let page = checks(&dora, &url).await;
    assert!(page.text(".notice--bad").contains(u::upstream_fails(PtBr)));
}

#[tokio::test]
async fn the_line_that_the_configuration_lacks_is_shown_as_it_should_be() {
    let (_app, dora) = start().await;
    let page = checks(&dora, "https://api.nova.example/v1").await;
    let line = "BALCAO_UPSTREAM_HOSTS=127.0.0.1,localhost,api.nova.example";
    assert!(page.text(".notice--bad").contains(line));
    let page = checks(&dora, "ftp://127.0.0.1").await;
    assert!(page.text(".notice--bad").contains(p::wrong_upstream(PtBr)));
    // The same where it was to be saved.
    let calls = format!("{SMV}/chamadas");
    let seen = dora.get(&calls).await.value_of("visto");
    let fields = [
        ("api-real", "https://api.nova.example/v1"),
        ("visto", &seen),
    ];
    let page = dora.post(&calls, &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.error_of("api-real").is_empty());
    assert!(page.text("main .form").contains(line));
}
