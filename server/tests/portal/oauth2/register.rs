//! `POST /oauth2/v1/register`: programs register themselves.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::audit::Action;
use locales::{Locale::PtBr, mail};
use serde_json::{Value, json};

use crate::{
    clients::{CLIENTS, CRM, with_crm},
    harness::{ANA, Answer, Program, TestApp, Visitor},
};

pub const REGISTER: &str = "/oauth2/v1/register";
const APP: &str = "https://app.example/volta";

/// Somebody makes a token for a program; what the page shows once.
pub async fn permit(person: &Visitor) -> String {
    let page = person.post("/conta/token-de-registro", &[]).await;
    page.is(StatusCode::OK).text("#registration-token")
}

pub async fn registers_itself(program: &Program, token: &str, metadata: &Value) -> Answer {
    let bearer = format!("Bearer {token}");
    let headers = [("Authorization", &*bearer)];
    program.posts_json(REGISTER, &headers, metadata).await
}

pub fn metadata() -> Value {
    json!({
        "client_name": "Agente",
        "redirect_uris": [APP],
        "token_endpoint_auth_method": "none",
        "scope": "portal.read portal.write",
    })
}

/// A portal with Ana, somebody's program, and an administrator.
async fn begins() -> (TestApp, Program, Visitor, Visitor) {
    let (app, program, dora) = with_crm().await;
    let ana = app.signs_in(ANA).await;
    (app, program, ana, dora)
}

fn with(name: &str, value: Value) -> Value {
    let mut all = metadata();
    all[name] = value;
    all
}

fn error_of(answer: &Answer) -> (String, String) {
    let json: Value = answer.json();
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    (text("error"), text("error_description"))
}

#[tokio::test]
async fn a_program_is_told_all_that_was_registered() {
    let (app, program, ana, dora) = begins().await;
    let all = json!({
        "client_name": " Agente  da Ana ",
        "redirect_uris": [APP, "http://127.0.0.1/volta"],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "client_secret_post",
        "scope": "crm-na-nuvem portal.read",
        "logo_uri": "http://10.0.0.1/logo",
        "contacts": ["a@app.example"],
        "software_id": "4NRB1-0XZABZI9E6-5SM3R",
    });
    let answer = registers_itself(&program, &permit(&ana).await, &all).await;
    let json: Value = answer.is(StatusCode::CREATED).json();
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(json["client_name"], "Agente da Ana");
    assert_eq!(json["client_id_issued_at"], app.portal.now().timestamp());
    assert_eq!(json["client_secret_expires_at"], 0);
    for name in [
        "redirect_uris",
        "grant_types",
        "response_types",
        "token_endpoint_auth_method",
        "scope",
    ] {
        assert_eq!(json[name], all[name], "{name}");
    }
    for name in ["logo_uri", "contacts", "software_id"] {
        assert_eq!(json[name], Value::Null, "{name}");
    }
    let secret = json["client_secret"].as_str().unwrap();
    assert_eq!(secret.len(), 40);
    let page = format!("{CLIENTS}/{}", json["client_id"].as_str().unwrap());
    for (reader, place) in [(&ana, "/conta"), (&dora, CLIENTS), (&dora, &*page)] {
        let page = reader.get(place).await;
        assert!(page.html().contains("Agente da Ana"), "{place}");
        assert!(!page.html().contains(secret), "{place}");
    }
    app.works().await;
    let mut mails = app.inbox.mails_to(ANA);
    let subject = mail::client_subject(PtBr, "Agente da Ana");
    mails.retain(|mail| mail.subject == subject);
    let [told] = &mails[..] else {
        panic!("a registration is one mail");
    };
    assert!(told.text.contains("/conta#programas"), "{}", told.text);
    assert!(!told.text.contains(secret));
    assert_eq!(app.trail(Action::ClientRegistered).await.len(), 1);
}

#[tokio::test]
async fn what_is_not_said_is_chosen_and_told() {
    let (app, program, ana, _) = begins().await;
    let least = json!({"client_name": "Agente", "redirect_uris": [APP]});
    let answer = registers_itself(&program, &permit(&ana).await, &least).await;
    let json: Value = answer.is(StatusCode::CREATED).json();
    let members: Vec<_> = json.as_object().unwrap().keys().collect();
    let all = [
        "client_id",
        "client_id_issued_at",
        "client_secret",
        "client_secret_expires_at",
        "client_name",
        "redirect_uris",
        "grant_types",
        "response_types",
        "token_endpoint_auth_method",
        "scope",
    ];
    assert_eq!(members, all);
    assert_eq!(json["grant_types"], json!(["authorization_code"]));
    assert_eq!(json["response_types"], json!(["code"]));
    // The default of RFC 7591 §2.
    assert_eq!(json["token_endpoint_auth_method"], "client_secret_basic");
    assert_eq!(json["scope"], "portal.read");
    app.works().await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_named_and_leaves_the_token_good() {
    let (app, program, ana, _) = begins().await;
    let token = permit(&ana).await;
    let long = "a".repeat(81);
    let many: Vec<_> = (0..21).map(|n| format!("{APP}/{n}")).collect();
    let redirect = "invalid_redirect_uri";
    let other = "invalid_client_metadata";
    for (name, value, error) in [
        ("client_name", json!(""), other),
        ("client_name", json!(long), other),
        ("client_name", json!(7), other),
        ("redirect_uris", json!([]), redirect),
        ("redirect_uris", Value::Null, redirect),
        ("redirect_uris", json!(APP), redirect),
        ("redirect_uris", json!(many), redirect),
        ("redirect_uris", json!(["http://app.example/"]), redirect),
        ("redirect_uris", json!(["https://app.example/#"]), redirect),
        ("redirect_uris", json!(["meuprograma:/volta"]), redirect),
        ("grant_types", json!(["client_credentials"]), other),
        ("grant_types", json!(["refresh_token"]), other),
        ("response_types", json!(["token"]), other),
        (
            "token_endpoint_auth_method",
            json!("private_key_jwt"),
            other,
        ),
        ("scope", json!("segredos"), other),
        ("scope", json!([CRM]), other),
    ] {
        let answer = registers_itself(&program, &token, &with(name, value.clone())).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{name} {value}");
        let (code, text) = error_of(&answer);
        assert_eq!(code, error, "{name} {value}");
        assert!(text.contains(name), "{text}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
    for nonsense in [json!([]), json!("a")] {
        let answer = registers_itself(&program, &token, &nonsense).await;
        answer.is(StatusCode::BAD_REQUEST);
        assert_eq!(error_of(&answer).0, other);
    }
    let last = registers_itself(&program, &token, &metadata()).await;
    last.is(StatusCode::CREATED);
    app.works().await;
}

#[tokio::test]
async fn another_kind_of_body_and_one_that_is_too_long_are_refused() {
    let (_app, program, ana, _) = begins().await;
    let token = permit(&ana).await;
    let bearer = format!("Bearer {token}");
    let request = Request::post(REGISTER)
        .header(header::CONTENT_TYPE, "text/plain")
        .header(header::AUTHORIZATION, &bearer);
    let body = Body::from(metadata().to_string());
    let answer = program.sends(request, body).await;
    answer.is(StatusCode::BAD_REQUEST);
    assert_eq!(error_of(&answer).0, "invalid_request");
    let long = with("client_uri", json!("a".repeat(16 * 1024)));
    let answer = registers_itself(&program, &token, &long).await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(error_of(&answer).0, "too_large");
}

#[tokio::test]
async fn a_token_is_good_once_and_for_an_hour() {
    let (app, program, ana, _) = begins().await;
    let token = permit(&ana).await;
    let challenge = |answer: &Answer| answer.header(header::WWW_AUTHENTICATE).to_owned();
    let sends = async |token: &str| registers_itself(&program, token, &metadata()).await;
    let (first, second) = tokio::join!(sends(&token), sends(&token));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 401]);
    let late = permit(&ana).await;
    app.clock.advance(Duration::from_hours(1));
    for wrong in [&*token, &late, "abc", &"0".repeat(64)] {
        let answer = sends(wrong).await;
        answer.is(StatusCode::UNAUTHORIZED);
        assert_eq!(error_of(&answer).0, "invalid_token");
        assert_eq!(challenge(&answer), "Bearer error=\"invalid_token\"");
    }
    let nothing = program.posts_json(REGISTER, &[], &metadata()).await;
    nothing.is(StatusCode::UNAUTHORIZED);
    assert_eq!(challenge(&nothing), "Bearer");
    app.works().await;
}

#[tokio::test]
async fn whoever_guesses_at_tokens_is_soon_made_to_wait() {
    let (_app, program, ana, _) = begins().await;
    let guess = "0".repeat(64);
    for _ in 0..30 {
        let answer = registers_itself(&program, &guess, &metadata()).await;
        answer.is(StatusCode::UNAUTHORIZED);
    }
    let token = permit(&ana).await;
    let answer = registers_itself(&program, &token, &metadata()).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(error_of(&answer).0, "slow_down");
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
}
