//! The id of a request, and the address it comes from.

use std::net::{IpAddr, Ipv4Addr};

use axum::http::{HeaderName, Request, StatusCode};
use domain::{audit::Action, clock::Clock, security::untrusted_proxies};
use server::http::TrustedProxies;

use crate::harness::{Answer, TestApp};

const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));

fn id(answer: &Answer) -> String {
    answer
        .header(HeaderName::from_static("x-request-id"))
        .to_owned()
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let mut ids = Vec::new();
    for path in [
        "/cadastro",
        "/nowhere",
        "/healthz",
        "/assets/nowhere",
        "/conta",
    ] {
        ids.push(id(&visitor.get(path).await));
    }
    assert!(ids.iter().all(|id| id.len() == 36), "{ids:?}");
    ids.dedup();
    assert_eq!(ids.len(), 5);
}

#[tokio::test]
async fn a_forgotten_proxy_is_told_of_and_nobody_else_can_claim_to_be_one() {
    let app = TestApp::start().await;
    let claims = || Request::get("/healthz").header("X-Forwarded-For", "203.0.113.9");
    for address in [PROXY, IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7))] {
        for _ in 0..3 {
            app.visitor_from(address).send(claims()).await;
        }
    }
    app.incidents.flush(&app.portal).await.unwrap();
    let [entry] = &app.trail(Action::UntrustedProxy).await[..] else {
        panic!("one proxy is one entry");
    };
    assert_eq!(entry.details.as_deref(), Some("3"));
    let since = app.clock.now();
    let seen = untrusted_proxies(&app.portal.db, since).await.unwrap();
    assert_eq!(seen, [PROXY]);
}

#[tokio::test]
async fn a_visitor_cannot_choose_it() {
    let app = TestApp::start().await;
    let request = Request::get("/healthz").header("X-Request-Id", "mine");
    assert_ne!(id(&app.visitor().send(request).await), "mine");
}

/// The mailbox of a development run is for whoever sits at the machine, which makes it tell where
/// the portal thinks a visitor is.
#[tokio::test]
async fn only_a_trusted_proxy_speaks_for_others() {
    let network = "10.0.0.0/8".parse().unwrap();
    let app =
        TestApp::start_with(|setup| setup.trusted_proxies = TrustedProxies(vec![network])).await;
    let from_this_machine = || Request::get("/dev/correio").header("X-Forwarded-For", "127.0.0.1");
    app.visitor()
        .send(from_this_machine())
        .await
        .is(StatusCode::NOT_FOUND);
    app.visitor_from(PROXY)
        .send(from_this_machine())
        .await
        .is(StatusCode::OK);
    app.visitor_from(Ipv4Addr::LOCALHOST)
        .get("/dev/correio")
        .await
        .is(StatusCode::OK);
    app.visitor_from(PROXY)
        .get("/dev/correio")
        .await
        .is(StatusCode::NOT_FOUND);
}
