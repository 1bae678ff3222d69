//! What clients and gateways find out by themselves.

use axum::http::{StatusCode, header};
use serde_json::Value;

use crate::harness::{HTTPS, TestApp};

#[tokio::test]
async fn the_server_describes_itself() {
    let app = TestApp::start_with_catalogue().await;
    let path = "/.well-known/oauth-authorization-server";
    let answer = app.visitor().get(path).await;
    let json: Value = answer.is(StatusCode::OK).json();
    assert_eq!(json["issuer"], HTTPS);
    assert_eq!(json["token_endpoint"], format!("{HTTPS}/oauth2/v1/token"));
    let crm = format!("{HTTPS}/Api/access_token");
    assert_eq!(json["crm_token_endpoint"], crm);
    assert_eq!(json["jwks_uri"], format!("{HTTPS}/.well-known/jwks.json"));
    let grants = [
        "authorization_code",
        "client_credentials",
        "password",
        "refresh_token",
    ];
    assert_eq!(json["grant_types_supported"], serde_json::json!(grants));
    let register = format!("{HTTPS}/oauth2/v1/register");
    assert_eq!(json["registration_endpoint"], register);
    let page = format!("{HTTPS}/autorizar");
    assert_eq!(json["authorization_endpoint"], page);
    for (member, only) in [
        ("response_types_supported", "code"),
        ("response_modes_supported", "query"),
        ("code_challenge_methods_supported", "S256"),
        ("protected_resources", HTTPS),
    ] {
        assert_eq!(json[member], serde_json::json!([only]), "{member}");
    }
    assert_eq!(json["authorization_response_iss_parameter_supported"], true);
}

#[tokio::test]
async fn the_apis_lead_to_where_their_tokens_are_had() {
    let app = TestApp::start().await.with_catalogue().await;
    let path = "/.well-known/oauth-protected-resource";
    let answer = app.visitor().get(path).await;
    let json: Value = answer.is(StatusCode::OK).json();
    assert_eq!(json["resource"], HTTPS);
    assert_eq!(json["authorization_servers"][0], HTTPS);
    let scopes = json["scopes_supported"].as_array().unwrap();
    assert!(scopes.iter().any(|scope| scope == "crm-na-nuvem"));
}

#[tokio::test]
async fn the_key_set_has_public_keys_alone() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/.well-known/jwks.json").await;
    let json: Value = answer.is(StatusCode::OK).json();
    let key = json["keys"][0].as_object().unwrap();
    let mut names: Vec<_> = key.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["alg", "crv", "kid", "kty", "use", "x", "y"]);
    assert_eq!(answer.header(header::CACHE_CONTROL), "public, max-age=300");
}
