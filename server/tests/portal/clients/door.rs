//! `POST /Api/access_token`, and the same at `POST /oauth2/v1/token`.

use axum::http::header;
use base64::{Engine, prelude::BASE64_STANDARD};

use super::*;
use crate::harness::TOKEN;

fn basic(keys: &Keys) -> String {
    let pair = format!("{}:{}", keys.id, keys.secret);
    format!("Basic {}", BASE64_STANDARD.encode(pair))
}

fn members(answer: &Answer) -> Vec<String> {
    let json: Value = answer.is(StatusCode::OK).json();
    json.as_object().unwrap().keys().cloned().collect()
}

#[tokio::test]
async fn the_documented_programs_get_what_they_read() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    let answer = asks(&program, own(&client)).await;
    assert_eq!(
        members(&answer),
        ["token_type", "expires_in", "access_token"]
    );
    let json: Value = answer.json();
    assert_eq!(
        (&json["token_type"], &json["expires_in"]),
        (&json!("Bearer"), &json!(3600))
    );
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");

    let people = registers(&dora, "senha", &[]).await;
    let answer = asks(&program, anas(&people)).await;
    let all = ["token_type", "expires_in", "access_token", "refresh_token"];
    assert_eq!(members(&answer), all);
    let json: Value = answer.json();
    let refresh = json!({
        "grant_type": "refresh_token",
        "client_id": people.id,
        "client_secret": people.secret,
        "refresh_token": json["refresh_token"],
    });
    assert_eq!(members(&asks(&program, refresh).await), all);
}

#[tokio::test]
async fn a_body_is_json_or_a_form_and_a_client_says_who_it_is_in_one_way() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    let form = serde_urlencoded::to_string(own(&client).as_object().unwrap()).unwrap();
    let json = own(&client).to_string();
    for (kind, body) in [
        (JSON_API, &json),
        ("application/json; charset=utf-8", &json),
        ("application/x-www-form-urlencoded", &form),
    ] {
        sends(&program, kind, body.clone()).await.is(StatusCode::OK);
    }
    let sent_as = async |header: &str, body: &str| {
        let request = Request::post(DOOR)
            .header("Content-Type", JSON_API)
            .header(header, basic(&client));
        let body = Body::from(body.to_owned());
        program.sends(request, body).await.status
    };
    let grant = r#"{"grant_type": "client_credentials"}"#;
    for header in ["Authorization", "x-client-auth"] {
        assert_eq!(sent_as(header, grant).await, StatusCode::OK, "{header}");
        assert_eq!(sent_as(header, &json).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn each_refusal_has_its_code_in_the_shape_of_the_request() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    let people = registers(&dora, "senha", &[]).await;
    app.works().await;
    let but = |mut fields: Value, name: &str, value: &str| {
        fields[name] = value.into();
        fields
    };
    let rows = [
        (json!({}), 401, "invalid_client"),
        (
            but(own(&client), "client_secret", "x"),
            401,
            "invalid_client",
        ),
        (
            but(own(&client), "client_id", &program.public_key),
            401,
            "invalid_client",
        ),
        (
            but(own(&client), "grant_type", "implicit"),
            400,
            "unsupported_grant_type",
        ),
        (but(own(&client), "grant_type", ""), 400, "invalid_request"),
        (
            but(own(&client), "grant_type", "password"),
            400,
            "invalid_request",
        ),
        (but(own(&client), "scope", "smv"), 400, "invalid_scope"),
        (own(&people), 400, "unauthorized_client"),
        (
            but(anas(&people), "password", "errada"),
            400,
            "invalid_grant",
        ),
        (
            but(
                but(anas(&people), "grant_type", "refresh_token"),
                "refresh_token",
                "x",
            ),
            400,
            "invalid_grant",
        ),
    ];
    for (fields, status, code) in rows {
        let plain = sends(&program, "application/json", fields.to_string()).await;
        assert_eq!(plain.status.as_u16(), status, "{fields}: {}", plain.html());
        let json: Value = plain.json();
        assert_eq!(json["error"], code, "{fields}");
        assert!(json["error_description"].is_string());
        assert_eq!(plain.header(header::CACHE_CONTROL), "no-store");

        let answer = asks(&program, fields).await;
        assert_eq!(answer.status.as_u16(), status);
        assert_eq!(answer.header(header::CONTENT_TYPE), JSON_API);
        let json: Value = answer.json();
        assert_eq!(json["errors"][0]["code"], code);
        assert_eq!(json["errors"][0]["status"], status.to_string());
        assert_eq!(json["error"], code);
    }
    let nothing = sends(&program, "text/plain", "x".to_owned()).await;
    nothing.is(StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_other_door_gives_the_same_to_clients() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    app.works().await;
    let auth = basic(&client);
    let grant = "grant_type=client_credentials";
    let answer = program
        .posts(TOKEN, &[("Authorization", &auth)], grant)
        .await;
    assert_eq!(
        members(&answer),
        ["token_type", "expires_in", "access_token"]
    );
    calls(&program, &token_of(&answer)).await.is(StatusCode::OK);
}

#[tokio::test]
async fn a_token_is_looked_at_and_revoked_by_its_own_client() {
    let (app, program, dora) = with_crm().await;
    let client = registers(&dora, "credenciais", &[]).await;
    let another = registers(&dora, "credenciais", &[("nome", "Outro")]).await;
    app.works().await;
    let token = token_of(&asks(&program, own(&client)).await);
    let tells = async |keys: &Keys, path: &str| {
        let auth = basic(keys);
        let form = format!("token={token}");
        let answer = program
            .posts(path, &[("Authorization", &auth)], &form)
            .await;
        answer.is(StatusCode::OK);
        answer
    };
    let told: Value = tells(&client, "/oauth2/v1/introspect").await.json();
    assert_eq!(told["active"], true);
    assert_eq!(
        (&told["scope"], &told["client_id"]),
        (&json!(CRM), &json!(client.id))
    );
    let told: Value = tells(&another, "/oauth2/v1/introspect").await.json();
    assert_eq!(told["active"], false);
    let gateway = app.gateway("borda").await;
    assert!(gateway.is_active(&token).await);
    assert!(
        !program.is_active(&token).await,
        "an application may not know"
    );

    tells(&another, "/oauth2/v1/revoke").await;
    program.revokes(&token).await.is(StatusCode::OK);
    calls(&program, &token).await.is(StatusCode::OK);
    tells(&client, "/oauth2/v1/revoke").await;
    calls(&program, &token).await.is(StatusCode::UNAUTHORIZED);
    assert!(!gateway.is_active(&token).await);
}
