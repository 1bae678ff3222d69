//! `POST /oauth2/v1/token`: the answer, and what is no request.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};

use crate::harness::{Answer, GRANT, TOKEN, TestApp};

/// What scripts in the field cut the answer by.
const ORDER: [&str; 14] = [
    "refresh_token_expires_in",
    "api_product_list",
    "api_product_list_json",
    "organization_name",
    "developer.email",
    "token_type",
    "issued_at",
    "client_id",
    "access_token",
    "application_name",
    "scope",
    "expires_in",
    "refresh_count",
    "status",
];

#[tokio::test]
async fn the_answer_says_all_that_programs_of_this_kind_read() {
    let (app, program) = TestApp::with_program().await;
    let answer = program.asks_for_token().await;
    let json: Value = answer.is(StatusCode::OK).json();
    let token = json["access_token"].as_str().unwrap();
    let expected = json!({
        "refresh_token_expires_in": "0",
        "api_product_list": "[smv]",
        "api_product_list_json": ["smv"],
        "organization_name": "Banco Exemplo S.A.",
        "developer.email": "ana@empresa.com.br",
        "token_type": "Bearer",
        "issued_at": app.portal.now().timestamp_millis().to_string(),
        "client_id": program.public_key,
        "access_token": token,
        "application_name": "Abertura de conta",
        "scope": "smv",
        "expires_in": 3600,
        "refresh_count": "0",
        "status": "approved",
    });
    assert_eq!(json, expected);
}

#[tokio::test]
async fn it_is_one_line_in_the_order_that_scripts_cut_it_by() {
    let (_app, program) = TestApp::with_program().await;
    let answer = program.asks_for_token().await;
    let line = answer.html();
    assert!(!line.contains('\n'));
    let places = ORDER.map(|name| line.find(&format!("\"{name}\":")).expect(name));
    assert!(places.is_sorted(), "{line}");
    let json: Value = answer.json();
    assert_eq!(line.split('"').nth(35), json["access_token"].as_str());
}

#[tokio::test]
async fn nobody_keeps_it() {
    let (_app, program) = TestApp::with_program().await;
    let answer = program.asks_for_token().await;
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(answer.header(header::PRAGMA), "no-cache");
    assert_eq!(
        answer.header(header::CONTENT_TYPE),
        "application/json;charset=UTF-8"
    );
}

#[tokio::test]
async fn a_quotation_mark_in_a_name_moves_nothing() {
    let (app, program) = TestApp::with_program_called("O \"melhor\" app").await;
    let answer = program.asks_for_token().await;
    let json: Value = answer.json();
    assert_eq!(json["application_name"], "O \"melhor\" app");
    assert_eq!(
        answer.html().split('"').nth(35),
        json["access_token"].as_str()
    );
    drop(app);
}

#[track_caller]
fn refused(answer: &Answer, status: StatusCode, error: &str) {
    let json: Value = answer.is(status).json();
    assert_eq!(json["error"], error, "{json}");
    assert!(json["error_description"].is_string());
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
}

#[tokio::test]
async fn what_is_no_request_is_refused_and_says_why() {
    let (_app, program) = TestApp::with_program().await;
    let auth = program.basic();
    let asks = async |form: &str| {
        program
            .posts(TOKEN, &[("x-client-auth", &auth)], form)
            .await
    };
    for (form, error) in [
        ("", "invalid_request"),
        ("grant_type=", "invalid_request"),
        (
            "grant_type=client_credentials&grant_type=client_credentials",
            "invalid_request",
        ),
        ("grant_type=password", "unsupported_grant_type"),
        ("grant_type=refresh_token", "unsupported_grant_type"),
        (
            "grant_type=client_credentials&scope=score-de-credito",
            "invalid_scope",
        ),
        (
            "grant_type=client_credentials&scope=smv+admin",
            "invalid_scope",
        ),
    ] {
        refused(&asks(form).await, StatusCode::BAD_REQUEST, error);
    }
}

#[tokio::test]
async fn empty_parameters_are_none_and_unknown_ones_hurt_nobody() {
    let (_app, program) = TestApp::with_program().await;
    let auth = program.basic();
    for form in [
        "grant_type=client_credentials&scope=",
        "grant_type=client_credentials&scope=smv&resource=x&foo=bar&foo_=",
        "grant_type=client_credentials&client_secret=",
    ] {
        let headers = [("x-client-auth", &*auth)];
        program
            .posts(TOKEN, &headers, form)
            .await
            .is(StatusCode::OK);
    }
}

#[tokio::test]
async fn only_a_form_is_read() {
    let (_app, program) = TestApp::with_program().await;
    for kind in ["application/json", "text/plain", ""] {
        let request = Request::post(TOKEN)
            .header("x-client-auth", program.basic())
            .header(header::CONTENT_TYPE, kind);
        let answer = program.sends(request, Body::from(GRANT)).await;
        refused(&answer, StatusCode::BAD_REQUEST, "invalid_request");
    }
    let long = format!("{GRANT}&x={}", "x".repeat(20_000));
    let auth = program.basic();
    let headers = [("x-client-auth", &*auth)];
    let answer = program.posts(TOKEN, &headers, &long).await;
    refused(&answer, StatusCode::BAD_REQUEST, "invalid_request");
    let answer = program.gets(TOKEN, &[]).await;
    answer.is(StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header(header::ALLOW), "POST");
}
