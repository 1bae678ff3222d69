//! Pay Per Use calls: forwarded to where the API is.

use std::{
    convert::Infallible,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::catalogue;
use http_body::{Body as HttpBody, Frame};
use http_body_util::BodyExt;
use serde_json::Value;
use server::config::UpstreamConfig;
use tokio::{net::TcpListener, sync::mpsc};

use crate::harness::{Program, TestApp, smv};

/// A call that is never answered.
const HANGS: &str = "/hangs";

/// An API of somebody's, which remembers what it was asked.
#[derive(Clone, Default)]
pub struct Upstream(Arc<Mutex<Vec<(String, HeaderMap)>>>);

impl Upstream {
    pub async fn start(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        address
    }

    pub fn was_asked(&self) -> bool {
        !self.0.lock().unwrap().is_empty()
    }

    pub fn asked(&self) -> (String, HeaderMap) {
        self.0.lock().unwrap().pop().unwrap()
    }
}

async fn answer(State(upstream): State<Upstream>, request: Request) -> Response {
    let line = format!("{} {}", request.method(), request.uri());
    let headers = request.headers().clone();
    upstream.0.lock().unwrap().push((line, headers));
    if request.uri().path().ends_with(HANGS) {
        std::future::pending::<()>().await;
    }
    let cookie = [
        (header::SET_COOKIE, "session=stolen"),
        (header::ETAG, "\"1\""),
    ];
    (StatusCode::ACCEPTED, cookie, request.into_body()).into_response()
}

async fn start() -> (TestApp, Program, Upstream) {
    start_at("127.0.0.1", &["127.0.0.0/8"]).await
}

async fn start_at(host: &str, networks: &[&str]) -> (TestApp, Program, Upstream) {
    let upstream = Upstream::default();
    let address = upstream.start().await;
    let allowed = UpstreamConfig {
        hosts: vec![host.to_owned()],
        networks: networks.iter().map(|it| it.parse().unwrap()).collect(),
        ..UpstreamConfig::default()
    };
    let (app, program) = TestApp::with_paying_program(allowed).await;
    let url = format!("http://{host}:{}/base/", address.port());
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", Some(url))
        .await
        .unwrap();
    (app, program, upstream)
}

#[tokio::test]
async fn a_call_arrives_without_its_token_and_its_answer_comes_back() {
    let (app, program, upstream) = start().await;
    let bearer = format!("Bearer {}", program.token().await);
    let headers = [
        ("x-client-auth", &*bearer),
        ("cookie", "session=1"),
        ("x-customerid", "42"),
        ("x-client-id", "somebody else"),
        ("x_client_id", "somebody else"),
        ("x-forwarded-for", "192.0.2.1"),
    ];
    let path = "/identity/v1/mobileidentities/smvs?x=1";
    let body = smv("5511912345678");
    let answer = program.posts_json(path, &headers, &body).await;
    let echoed: Value = answer.is(StatusCode::ACCEPTED).json();
    assert_eq!(echoed, body);
    assert_eq!(answer.header(header::ETAG), "\"1\"");
    assert_eq!(answer.header(header::SET_COOKIE), "");

    let (line, headers) = upstream.asked();
    assert_eq!(line, "POST /base/mobileidentities/smvs?x=1");
    for gone in [
        "x-client-auth",
        "authorization",
        "cookie",
        "x_client_id",
        "x-forwarded-for",
    ] {
        assert!(!headers.contains_key(gone), "{gone}");
    }
    let header = |name| headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("x-client-id"), program.public_key);
    assert_eq!(header("x-customerid"), "42");
    let id = answer.header(header::HeaderName::from_static("x-request-id"));
    assert_eq!(header("x-request-id"), id);
    drop(app);
}

#[tokio::test]
async fn an_address_within_the_walls_is_not_called_unless_it_was_allowed() {
    // A name shows where it leads only when it is called.
    let (_app, program, upstream) = start_at("localhost", &[]).await;
    let token = program.token().await;
    let answer = program.calls_smv(&token, &smv("5511912345678")).await;
    answer.is(StatusCode::BAD_GATEWAY);
    assert!(upstream.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_host_that_the_configuration_names_no_more_is_not_called() {
    let (app, program) = TestApp::with_paying_program(UpstreamConfig::default()).await;
    let url = "https://api.example/v1".to_owned();
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", Some(url))
        .await
        .unwrap();
    let token = program.token().await;
    let answer = program.calls_smv(&token, &smv("5511912345678")).await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn nobody_leaves_the_apis_own_part() {
    let (_app, program, upstream) = start().await;
    let bearer = format!("Bearer {}", program.token().await);
    for path in ["/identity/v1/%2e%2e/admin", "/identity/v1/a/..%2fb"] {
        let answer = program.gets(path, &[("x-client-auth", &bearer)]).await;
        answer.is(StatusCode::BAD_REQUEST);
    }
    assert!(upstream.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_upstream_that_is_away_is_said_to_be() {
    let (app, program, _) = start().await;
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", Some(url))
        .await
        .unwrap();
    let token = program.token().await;
    let answer = program.calls_smv(&token, &smv("5511912345678")).await;
    answer.is(StatusCode::BAD_GATEWAY);
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", None)
        .await
        .unwrap();
    let answer = program.calls_smv(&token, &smv("5511912345678")).await;
    answer.is(StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn what_is_too_long_is_not_forwarded() {
    let (_app, program, upstream) = start().await;
    let bearer = format!("Bearer {}", program.token().await);
    let request = Request::post("/identity/v1/mobileidentities/smvs")
        .header("x-client-auth", bearer)
        .header(header::CONTENT_TYPE, "application/octet-stream");
    let answer = program
        .sends(request, Body::from(vec![0; 11 * 1024 * 1024]))
        .await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
    assert!(upstream.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_call_counts_though_its_caller_hangs_up() {
    let (app, program, upstream) = start().await;
    let bearer = format!("Bearer {}", program.token().await);
    let path = format!("/identity/v1{HANGS}");
    let call =
        tokio::spawn(async move { program.gets(&path, &[("x-client-auth", &bearer)]).await });
    while upstream.0.lock().unwrap().is_empty() {
        assert!(!call.is_finished(), "the call never arrived");
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.is_err());
    app.counts().await;
    assert_eq!(app.rows("calls WHERE status = 499").await, 1);
}

/// A body that is sent piece by piece.
struct Pieces(mpsc::UnboundedReceiver<&'static str>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.0.poll_recv(context);
        piece.map(|piece| piece.map(|text| Ok(Frame::data(Bytes::from_static(text.as_bytes())))))
    }
}

#[tokio::test]
async fn what_is_sent_and_answered_flows_while_it_is_made() {
    let (_app, program, _upstream) = start().await;
    let bearer = format!("Bearer {}", program.token().await);
    let request = Request::post("/identity/v1/echo").header("x-client-auth", bearer);
    let (send, pieces) = mpsc::unbounded_channel();
    send.send("one").unwrap();
    let answer = program.begins(request, Body::new(Pieces(pieces))).await;
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    let mut body = answer.into_body();
    let mut echoed = async || {
        let frame = body.frame().await?;
        frame.unwrap().into_data().ok()
    };
    assert_eq!(echoed().await.unwrap(), "one");
    send.send("two").unwrap();
    assert_eq!(echoed().await.unwrap(), "two");
    drop(send);
    assert_eq!(echoed().await, None);
}
