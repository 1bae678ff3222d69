//! Who calls: three ways to say so, and one at a time.

use axum::http::{StatusCode, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;

use crate::harness::{Answer, CARLOS, GRANT, Program, TOKEN, TestApp, smv};

async fn with(program: &Program, headers: &[(&str, &str)], form: &str) -> Answer {
    program.posts(TOKEN, headers, form).await
}

#[tokio::test]
async fn each_of_the_three_ways_works() {
    let (_app, program) = TestApp::with_program().await;
    let basic = program.basic();
    let body = format!(
        "{GRANT}&client_id={}&client_secret={}",
        program.public_key, program.secret_key
    );
    let lower = basic.replace("Basic", "basic");
    for (headers, form) in [
        (vec![("x-client-auth", &*basic)], GRANT),
        (vec![("authorization", &*basic)], GRANT),
        (vec![("authorization", &*lower)], GRANT),
        (vec![], &*body),
    ] {
        with(&program, &headers, form).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn the_standard_header_carries_form_encoded_keys() {
    let (_app, program) = TestApp::with_program().await;
    let bytes = program.secret_key.bytes();
    let encoded = bytes.fold(String::new(), |text, byte| format!("{text}%{byte:02X}"));
    let credential = BASE64_STANDARD.encode(format!("{}:{encoded}", program.public_key));
    let header = format!("Basic {credential}");
    let answer = with(&program, &[("authorization", &header)], GRANT).await;
    answer.is(StatusCode::OK);
    let answer = with(&program, &[("x-client-auth", &header)], GRANT).await;
    answer.is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_client_id_beside_the_header_must_be_the_same() {
    let (_app, program) = TestApp::with_program().await;
    let basic = program.basic();
    let own = format!("{GRANT}&client_id={}", program.public_key);
    with(&program, &[("authorization", &basic)], &own)
        .await
        .is(StatusCode::OK);
    let other = format!("{GRANT}&client_id={}", "x".repeat(32));
    let answer = with(&program, &[("authorization", &basic)], &other).await;
    assert_eq!(answer.json::<Value>()["error"], "invalid_request");
}

#[tokio::test]
async fn two_ways_at_once_are_refused() {
    let (_app, program) = TestApp::with_program().await;
    let basic = program.basic();
    let body = format!(
        "{GRANT}&client_id={}&client_secret={}",
        program.public_key, program.secret_key
    );
    for (headers, form) in [
        (
            vec![("x-client-auth", &*basic), ("authorization", &*basic)],
            GRANT,
        ),
        (
            vec![("x-client-auth", &*basic), ("x-client-auth", &*basic)],
            GRANT,
        ),
        (vec![("x-client-auth", &*basic)], &*body),
        (vec![("authorization", &*basic)], &*body),
    ] {
        let answer = with(&program, &headers, form).await;
        let json: Value = answer.is(StatusCode::BAD_REQUEST).json();
        assert_eq!(json["error"], "invalid_request");
    }
}

#[tokio::test]
async fn whoever_is_not_believed_is_told_how_to_say_it() {
    let (_app, program) = TestApp::with_program().await;
    let (public, secret) = (&program.public_key, &program.secret_key);
    let swapped = BASE64_STANDARD.encode(format!("{secret}:{public}"));
    let newline = BASE64_STANDARD.encode(format!("{public}:{secret}\n"));
    for header in [
        program.mistaken().basic(),
        format!("Basic {swapped}"),
        format!("Basic {newline}"),
        format!("Bearer {}", program.credential()),
        format!("Basic {public}:{secret}"),
        "Basic".to_owned(),
        "Basic =".to_owned(),
    ] {
        let answer = with(&program, &[("x-client-auth", &header)], GRANT).await;
        let json: Value = answer.is(StatusCode::UNAUTHORIZED).json();
        assert_eq!(json["error"], "invalid_client", "{header}");
        assert!(answer.header(header::WWW_AUTHENTICATE).starts_with("Basic"));
        assert!(!answer.html().contains(secret.as_str()));
    }
}

#[tokio::test]
async fn what_the_keys_tell_to_be_wrong_is_named() {
    let (_app, program) = TestApp::with_program().await;
    let (public, secret) = (&program.public_key, &program.secret_key);
    let changed = if secret.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{changed}", &secret[..secret.len() - 1]);
    for (keys, told) in [
        (format!("{public}:{secret}\n"), "line break"),
        (format!("{secret}:{public}"), "swapped"),
        (
            format!("{secret}:{secret}"),
            "is the secret key, not the public key",
        ),
        (
            format!("{public}:{public}"),
            "is the public key, not the secret key",
        ),
        (
            format!("{public}:{wrong}"),
            "A character of the secret key is wrong",
        ),
    ] {
        let header = format!("Basic {}", BASE64_STANDARD.encode(&keys));
        let answer = with(&program, &[("x-client-auth", &header)], GRANT).await;
        let json: Value = answer.is(StatusCode::UNAUTHORIZED).json();
        let description = json["error_description"].as_str().unwrap();
        assert!(description.contains(told), "{keys}: {description}");
    }
}

#[tokio::test]
async fn keys_of_before_keep_working() {
    let (app, _) = TestApp::with_program().await;
    let (public, secret) = ("p".repeat(32), "s".repeat(48));
    app.has_keys(&public, &secret).await;
    let program = Program::new(app.router(), public, secret);
    let token = program.token().await;
    assert!(program.is_active(&token).await);
    let answer = program.calls_smv(&token, &smv("5511999990200")).await;
    answer.is(StatusCode::OK);
    let found = app
        .signs_in(CARLOS)
        .await
        .get(&format!(
            "/aprovacoes?estado=todas&busca={}",
            program.public_key
        ))
        .await;
    assert_eq!(found.texts(".table tbody tr").len(), 1);
}

#[tokio::test]
async fn wrong_keys_in_the_body_get_no_challenge() {
    let (_app, program) = TestApp::with_program().await;
    let body = format!("{GRANT}&client_id={}&client_secret=x", program.public_key);
    let answer = with(&program, &[], &body).await;
    answer.is(StatusCode::UNAUTHORIZED);
    assert_eq!(answer.header(header::WWW_AUTHENTICATE), "");
    let nobody = with(&program, &[], GRANT).await;
    assert_eq!(nobody.json::<Value>()["error"], "invalid_client");
}

#[tokio::test]
async fn keys_in_the_address_are_not_looked_at() {
    let (_app, program) = TestApp::with_program().await;
    let path = format!(
        "{TOKEN}?client_id={}&client_secret={}",
        program.public_key, program.secret_key
    );
    let answer = program.posts(&path, &[], GRANT).await;
    answer.is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_is_meant_for_others_is_not_looked_at() {
    let (_app, program) = TestApp::with_program().await;
    let basic = program.basic();
    for headers in [
        [("x-client-auth", &*basic), ("authorization", "Bearer x")],
        [("x-client-auth", "Bearer x"), ("authorization", &*basic)],
        [("authorization", "Negotiate x"), ("authorization", &*basic)],
    ] {
        with(&program, &headers, GRANT).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn a_parameter_is_judged_where_it_is_read() {
    let (_app, program) = TestApp::with_program().await;
    let headers = [("x-client-auth", &*program.basic())];
    let unread = format!("{GRANT}&audience=a&audience=b&token=1&token=2");
    with(&program, &headers, &unread).await.is(StatusCode::OK);
    for read in [
        "grant_type=client_credentials",
        "scope=&scope=",
        "client_id=a&client_id=a",
    ] {
        let answer = with(&program, &headers, &format!("{GRANT}&{read}")).await;
        let json: Value = answer.is(StatusCode::BAD_REQUEST).json();
        assert_eq!(json["error"], "invalid_request", "{read}");
    }
}
