//! Calls that go to the real API, and are billed.

use axum::http::StatusCode;
use domain::{audit::Action, catalogue};
use locales::{Locale::PtBr, try_it as t};
use server::config::UpstreamConfig;

use super::{Approved, SMV, asks, call, form_of, status};
use crate::{
    gateway::upstream::Upstream,
    harness::{ANA, CARLOS, PASSWORD, TestApp, smv},
};

/// Ana on Pay Per Use, and the real API.
pub async fn paying() -> (Approved, Upstream) {
    let upstream = Upstream::default();
    let address = upstream.start().await;
    let allowed = UpstreamConfig {
        hosts: vec!["127.0.0.1".to_owned()],
        networks: vec!["127.0.0.0/8".parse().unwrap()],
        ..UpstreamConfig::default()
    };
    let app = TestApp::start_with(|setup| setup.upstreams = allowed).await;
    let app = app.with_catalogue().await;
    let ana = app.signed_in(ANA, &[]).await;
    let group = ana.creates_group("Banco Exemplo – Antifraude").await;
    let it = Approved::with(app, ana, group, "smv/pay-per-use").await;
    let url = format!("http://127.0.0.1:{}/base/", address.port());
    catalogue::set_upstream(&it.app.system(), &it.app.catalogue, "smv", Some(url))
        .await
        .unwrap();
    (it, upstream)
}

#[tokio::test]
async fn a_real_call_is_made_only_by_the_button_that_says_what_it_costs() {
    let (it, upstream) = paying().await;
    let page = it.ana.get(SMV).await;
    assert_eq!(
        page.texts("form.form button[name=destino]"),
        [t::call_sandbox(PtBr), t::call_live(PtBr)]
    );
    let page = it.tries(SMV, &[]).await;
    assert_eq!(status(&page), "200");
    assert!(!upstream.was_asked());
    assert_eq!(it.app.trail(Action::CallMade).await.len(), 0);

    let page = it.tries(SMV, &[("destino", "real")]).await;
    assert_eq!(status(&page), "202");
    let (line, headers) = upstream.asked();
    assert_eq!(line, "POST /base/mobileidentities/smvs");
    assert!(!headers.contains_key("x-client-auth"));
    let [_, answer] = call(&page);
    assert!(answer.contains("5511999990200"), "{answer}");
    assert!(!answer.contains("set-cookie"), "{answer}");
    let [entry] = &it.app.trail(Action::CallMade).await[..] else {
        panic!("it is recorded once");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    let transaction = page.text("#resultado a.mono");
    assert_eq!(entry.details.as_deref(), Some(&*transaction));
    let calls = it.calls().await;
    assert_eq!(calls.len(), 2, "{calls:?}");
}

#[tokio::test]
async fn a_real_call_waits_for_the_password_where_it_was_given_long_ago() {
    let (it, upstream) = paying().await;
    it.app
        .clock
        .advance(it.app.portal.settings.lifetimes.confirmation);
    let page = it
        .tries(SMV, &[("destino", "real"), ("header.X-CustomerID", "c-1")])
        .await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!upstream.was_asked());
    assert_eq!(
        page.texts("form.form button[name=destino]"),
        [t::call_live(PtBr)]
    );
    assert_eq!(
        page.attributes("[name='header.X-CustomerID']", "value"),
        ["c-1"]
    );
    let mut form = form_of(&page);
    form.retain(|(name, _)| name != "current");
    let send = async |password: &str| {
        let mut form: Vec<_> = form
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        form.extend([("destino", "real"), ("current", password)]);
        it.ana.post(SMV, &form).await
    };
    send("wrong").await.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!upstream.was_asked());
    let page = send(PASSWORD).await;
    assert_eq!(status(&page), "202");
    let (_, headers) = upstream.asked();
    assert_eq!(headers["x-customerid"], "c-1");
}

#[tokio::test]
async fn nothing_that_is_typed_leads_a_real_call_elsewhere() {
    let (it, upstream) = paying().await;
    let billed = ("destino", "real");
    let page = it
        .tries(
            SMV,
            &[billed, ("header.X-CustomerID", "a\r\nx-client-id: b")],
        )
        .await;
    page.is(StatusCode::OK);
    let (line, headers) = upstream.asked();
    assert_eq!(line, "POST /base/mobileidentities/smvs");
    assert_eq!(headers["x-customerid"], "a  x-client-id: b");
    let key = it
        .app
        .program_of(&it.ana, &it.group, &it.id)
        .await
        .public_key;
    assert_eq!(headers["x-client-id"], key);
}

#[tokio::test]
async fn a_trial_makes_no_real_call_whatever_is_sent() {
    let (it, upstream) = paying().await;
    let trial = asks(&it.app, &it.ana, &it.group, "smv/trial").await;
    it.app
        .approves(&it.app.signs_in(CARLOS).await, &trial)
        .await;
    let body = smv("5511999990200").to_string();
    let form = [
        ("aplicacao", &*trial),
        ("destino", "real"),
        ("corpo", &body),
    ];
    let page = it.ana.post(SMV, &form).await;
    assert_eq!(status(&page), "200");
    assert!(!upstream.was_asked());
}

#[tokio::test]
async fn what_is_too_long_to_be_typed_is_not_sent() {
    let (it, upstream) = paying().await;
    let long = "x".repeat(60_000);
    let page = it
        .tries(SMV, &[("destino", "real"), ("corpo", &long)])
        .await;
    assert_eq!(status(&page), "202");
    let [sent, answer] = call(&page);
    assert!(sent.ends_with(&long) && answer.ends_with(&long));
    let page = it.tries(SMV, &[("corpo", &"x".repeat(70_000))]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    upstream.asked();
    assert!(!upstream.was_asked());
}
