//! What a token opens, by what it was asked for with.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Agent, message, with_anas_agent};
use crate::{
    clients::{self, JSON_API, Keys, asks, token_of},
    harness::{ANA, Answer, HTTPS, PASSWORD, TOKEN, smv},
};

const SCOPES: &str = "portal.read portal.write smv";

/// What a client asks with for a token of Ana's.
fn by_password(keys: &Keys, resource: &str) -> Value {
    let grant = json!({
        "grant_type": "password",
        "client_id": keys.id,
        "client_secret": keys.secret,
        "username": ANA,
        "password": PASSWORD,
    });
    named(grant, resource)
}

/// What it asks with for the next one.
fn by_refresh(keys: &Keys, before: &Answer, resource: &str) -> Value {
    let before: Value = before.is(StatusCode::OK).json();
    let grant = json!({
        "grant_type": "refresh_token",
        "client_id": keys.id,
        "client_secret": keys.secret,
        "refresh_token": before["refresh_token"],
    });
    named(grant, resource)
}

fn named(mut grant: Value, resource: &str) -> Value {
    if !resource.is_empty() {
        grant["resource"] = resource.into();
    }
    grant
}

/// Whether a token opens `/mcp`, `/api/v1`, and an API of the portal's owner.
async fn opens(agent: &Agent) -> [bool; 3] {
    let list = agent.sends(&message("tools/list", &json!({})), &[]).await;
    let bearer = format!("Bearer {}", agent.token);
    let groups = agent
        .program
        .gets("/api/v1/groups", &[("Authorization", &bearer)])
        .await;
    for answer in [&list, &groups] {
        let is_refused = answer.status == StatusCode::UNAUTHORIZED;
        assert!(is_refused || answer.status == StatusCode::OK);
    }
    let number = smv("5511999990200");
    let call = agent.program.calls_smv(&agent.token, &number).await;
    [list, groups, call].map(|answer| answer.status == StatusCode::OK)
}

/// What its client is told that a token is for.
async fn audience(agent: &Agent, keys: &Keys) -> Value {
    let form = format!(
        "client_id={}&client_secret={}&token={}",
        keys.id, keys.secret, agent.token
    );
    let told = agent
        .program
        .posts("/oauth2/v1/introspect", &[], &form)
        .await;
    let mut told: Value = told.is(StatusCode::OK).json();
    assert_eq!(told["active"], true);
    told["aud"].take()
}

#[tokio::test]
async fn a_token_opens_what_it_was_asked_for_and_nothing_else() {
    let (app, agent, dora) = with_anas_agent().await;
    let keys = clients::registers(&dora, "senha", &[("escopos", SCOPES)]).await;
    let (mcp, api) = (format!("{HTTPS}/mcp"), format!("{HTTPS}/api/v1"));
    let gateway = app.gateway("borda").await;
    for (resource, opened, is_for) in [
        ("", [true, true, true], HTTPS),
        (HTTPS, [true, true, true], HTTPS),
        (&*mcp, [true, false, false], &*mcp),
        (&*api, [false, true, false], &*api),
    ] {
        let answer = asks(&agent.program, by_password(&keys, resource)).await;
        let agent = agent.with_token(&token_of(&answer));
        assert_eq!(opens(&agent).await, opened, "{resource}");
        assert_eq!(audience(&agent, &keys).await, is_for);
        assert_eq!(gateway.is_active(&agent.token).await, opened[2]);
        // Renewing it changes nothing of that.
        let next = asks(&agent.program, by_refresh(&keys, &answer, "")).await;
        let agent = agent.with_token(&token_of(&next));
        assert_eq!(opens(&agent).await, opened, "{resource}");
    }
    app.works().await;
}

#[tokio::test]
async fn a_token_is_renewed_for_less_and_never_for_more() {
    let (app, agent, dora) = with_anas_agent().await;
    let keys = clients::registers(&dora, "senha", &[("escopos", SCOPES)]).await;
    let (mcp, api) = (format!("{HTTPS}/mcp"), format!("{HTTPS}/api/v1"));
    let whole = asks(&agent.program, by_password(&keys, "")).await;
    let less = asks(&agent.program, by_refresh(&keys, &whole, &mcp)).await;
    let narrow = agent.with_token(&token_of(&less));
    assert_eq!(opens(&narrow).await, [true, false, false]);
    // What was granted is still all of it.
    let again = asks(&agent.program, by_refresh(&keys, &less, "")).await;
    let whole = agent.with_token(&token_of(&again));
    assert_eq!(opens(&whole).await, [true, true, true]);

    let granted = asks(&agent.program, by_password(&keys, &mcp)).await;
    for more in [HTTPS, &*api] {
        let refused = asks(&agent.program, by_refresh(&keys, &granted, more)).await;
        refused.is(StatusCode::BAD_REQUEST);
        let json: Value = refused.json();
        assert_eq!(json["errors"][0]["code"], "invalid_target", "{more}");
    }
    let same = asks(&agent.program, by_refresh(&keys, &granted, &mcp)).await;
    let narrow = agent.with_token(&token_of(&same));
    assert_eq!(opens(&narrow).await, [true, false, false]);
    app.works().await;
}

/// A client of administrators, whose tokens have no family.
#[tokio::test]
async fn a_client_with_credentials_of_its_own_names_what_it_calls() {
    let (app, agent, dora) = with_anas_agent().await;
    let fields = [("escopos", SCOPES), ("usuario", ANA)];
    let keys = clients::registers(&dora, "credenciais", &fields).await;
    let mcp = format!("{HTTPS}/mcp");
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", &*keys.id),
        ("client_secret", &*keys.secret),
        ("resource", &*mcp),
    ];
    let form = serde_urlencoded::to_string(fields).unwrap();
    let answer = agent.program.posts(TOKEN, &[], &form).await;
    let agent = agent.with_token(&token_of(&answer));
    assert_eq!(opens(&agent).await, [true, false, false]);
    app.works().await;
}

/// The one way to a secret key that `add_key` keeps closed.
#[tokio::test]
async fn an_agents_token_makes_no_key_that_it_is_shown() {
    let (app, agent, dora) = with_anas_agent().await;
    let keys = clients::registers(&dora, "senha", &[("escopos", SCOPES)]).await;
    let mcp = format!("{HTTPS}/mcp");
    let token = token_of(&asks(&agent.program, by_password(&keys, &mcp)).await);
    let agent = agent.with_token(&token);
    let application = agent.application().await;
    let before = app.rows("secrets").await;
    let bearer = format!("Bearer {token}");
    let headers = [("Authorization", &*bearer), ("Content-Type", JSON_API)];
    let new = json!({"data": {"type": "secrets", "attributes": {"label": "Nova"}}});
    let request = headers.iter().fold(
        axum::http::Request::post(format!("/api/v1/applications/{application}/secrets")),
        |request, (name, value)| request.header(*name, *value),
    );
    let refused = agent.program.sends(request, new.to_string().into()).await;
    refused.is(StatusCode::UNAUTHORIZED);
    assert_eq!(app.rows("secrets").await, before);
    app.works().await;
}
