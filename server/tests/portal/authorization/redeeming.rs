//! Codes become tokens at both doors.

use std::time::Duration;

use super::*;
use crate::{
    clients::{JSON_API, asks, sends as posts},
    harness::TOKEN,
};

fn but(mut fields: Value, name: &str, value: &str) -> Value {
    fields[name] = value.into();
    fields
}

async fn by_form(program: &Program, fields: &Value) -> Answer {
    let form = serde_urlencoded::to_string(fields.as_object().unwrap()).unwrap();
    program.posts(TOKEN, &[], &form).await
}

#[tokio::test]
async fn both_doors_take_a_code_and_its_token_calls_the_api() {
    let scene = Scene::begins().await;
    let crm = asks(&scene.program, scene.exchange(&scene.code().await)).await;
    let standard = by_form(&scene.program, &scene.exchange(&scene.code().await)).await;
    for answer in [crm, standard] {
        calls(&scene.program, &token_of(&answer))
            .await
            .is(StatusCode::OK);
        let json: Value = answer.json();
        let members: Vec<_> = json.as_object().unwrap().keys().collect();
        let all = [
            "token_type",
            "expires_in",
            "access_token",
            "refresh_token",
            "scope",
        ];
        assert_eq!(members, all);
        assert_eq!(json["scope"], "crm-na-nuvem");
        assert_eq!(answer.header(axum::http::header::CACHE_CONTROL), "no-store");
        let refresh = json["refresh_token"].as_str().unwrap();
        let renewal = json!({
            "grant_type": "refresh_token",
            "client_id": scene.keys.id,
            "client_secret": scene.keys.secret,
            "refresh_token": refresh,
        });
        let next = by_form(&scene.program, &renewal).await;
        calls(&scene.program, &token_of(&next))
            .await
            .is(StatusCode::OK);
    }
    scene.app.works().await;
}

#[tokio::test]
async fn each_refusal_has_its_code_in_the_shape_of_the_request() {
    let scene = Scene::begins().await;
    let another = registers(&scene.dora, "autorizacao", &[("nome", "Outro")]).await;
    let people = registers(&scene.dora, "senha", &[]).await;
    let code = scene.code().await;
    let good = || scene.exchange(&code);
    let as_client = |keys: &Keys| {
        let fields = but(good(), "client_id", &keys.id);
        but(fields, "client_secret", &keys.secret)
    };
    let rows = [
        (but(good(), "client_secret", ""), 401, "invalid_client"),
        (but(good(), "client_secret", "x"), 401, "invalid_client"),
        (as_client(&another), 400, "invalid_grant"),
        (as_client(&people), 400, "unauthorized_client"),
        (but(good(), "code", ""), 400, "invalid_request"),
        (but(good(), "code", "x"), 400, "invalid_grant"),
        (but(good(), "redirect_uri", ""), 400, "invalid_request"),
        (
            but(good(), "redirect_uri", "http://127.0.0.1/volta"),
            400,
            "invalid_grant",
        ),
        (but(good(), "code_verifier", ""), 400, "invalid_request"),
        (
            but(good(), "code_verifier", CHALLENGE),
            400,
            "invalid_grant",
        ),
        (
            but(good(), "resource", "https://evil.example"),
            400,
            "invalid_target",
        ),
        (
            but(good(), "grant_type", "client_credentials"),
            400,
            "unauthorized_client",
        ),
    ];
    for (fields, status, error) in rows {
        let plain = posts(&scene.program, "application/json", fields.to_string()).await;
        assert_eq!(plain.status.as_u16(), status, "{fields}: {}", plain.html());
        let json: Value = plain.json();
        assert_eq!(json["error"], error, "{fields}");
        let own = posts(&scene.program, JSON_API, fields.to_string()).await;
        let json: Value = own.json();
        assert_eq!(json["errors"][0]["code"], error, "{fields}");
        let form = by_form(&scene.program, &fields).await;
        assert_eq!(form.status.as_u16(), status, "{fields}");
        let json: Value = form.json();
        assert_eq!(json["error"], error, "{fields}");
    }
    // After all of that it is still good, once.
    let token = token_of(&asks(&scene.program, good()).await);
    calls(&scene.program, &token).await.is(StatusCode::OK);
    let again = by_form(&scene.program, &good()).await;
    again.is(StatusCode::BAD_REQUEST);
    let json: Value = again.json();
    assert_eq!(json["error"], "invalid_grant");
    calls(&scene.program, &token)
        .await
        .is(StatusCode::UNAUTHORIZED);
    scene.app.works().await;
}

#[tokio::test]
async fn a_code_that_nobody_came_for_in_time_is_good_for_nothing() {
    let scene = Scene::begins().await;
    let code = scene.code().await;
    scene.app.clock.advance(Duration::from_mins(1));
    let late = asks(&scene.program, scene.exchange(&code)).await;
    late.is(StatusCode::BAD_REQUEST);
    let json: Value = late.json();
    assert_eq!(json["error"], "invalid_grant");
    scene.app.works().await;
}

#[tokio::test]
async fn a_program_without_a_secret_says_its_client_id_alone() {
    let scene = Scene::begins().await;
    let public = [("confidencial", ""), ("segredo", "")];
    let page = crate::clients::sends_form(&scene.dora, "autorizacao", &public).await;
    let id = page.is(StatusCode::OK).text("#client-id");
    let local = "http://127.0.0.1:50123/volta";
    let address = scene.address(&[("client_id", &id), ("redirect_uri", local)]);
    let (to, told) = led(&decides(&scene.ana, &address, "permitir").await);
    assert_eq!(to, local);
    let fields = json!({
        "grant_type": "authorization_code",
        "client_id": id,
        "code": told["code"],
        "redirect_uri": local,
        "code_verifier": VERIFIER,
        "resource": "https://balcao.example/",
    });
    let other_port = but(fields.clone(), "redirect_uri", "http://127.0.0.1:1/volta");
    let refused = by_form(&scene.program, &other_port).await;
    refused.is(StatusCode::BAD_REQUEST);
    let answer = by_form(&scene.program, &fields).await;
    calls(&scene.program, &token_of(&answer))
        .await
        .is(StatusCode::OK);
    scene.app.works().await;
}
