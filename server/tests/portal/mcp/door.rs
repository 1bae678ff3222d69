//! Who is let in, and what the portal says of itself.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};

use super::{Agent, BOTH, MCP, READ, message, with_anas_agent};
use crate::{
    clients::CRM,
    harness::{ANA, HTTPS, TestApp},
};

const METADATA: &str = "/.well-known/oauth-protected-resource/mcp";
const WRITING: [&str; 4] = ["draft_request", "submit_request", "add_key", "call_sandbox"];

#[tokio::test]
async fn without_a_token_an_agent_is_led_to_where_it_gets_one() {
    let (app, agent, _) = with_anas_agent().await;
    let body = message("tools/list", &json!({})).to_string();
    let request = || {
        Request::post(MCP)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json, text/event-stream")
    };
    let answer = agent.program.sends(request(), body.into()).await;
    answer.is(StatusCode::UNAUTHORIZED);
    let challenge = format!("Bearer scope=\"{BOTH}\", resource_metadata=\"{HTTPS}{METADATA}\"");
    assert_eq!(answer.header(header::WWW_AUTHENTICATE), challenge);
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    let json: Value = answer.json();
    assert_eq!(json["errors"][0]["code"], "invalid_token");

    let metadata: Value = app.visitor().get(METADATA).await.is(StatusCode::OK).json();
    assert_eq!(metadata["resource"], format!("{HTTPS}{MCP}"));
    assert_eq!(metadata["authorization_servers"], json!([HTTPS]));
    assert_eq!(
        metadata["scopes_supported"],
        json!(["portal.read", "portal.write"])
    );
    app.works().await;
}

#[tokio::test]
async fn a_token_that_is_not_good_or_not_for_this_opens_nothing() {
    let (app, agent, dora) = with_anas_agent().await;
    let list = message("tools/list", &json!({}));
    let of_application = agent.program.token().await;
    for token in ["x", "a.b.c", &of_application] {
        let answer = agent.with_token(token).sends(&list, &[]).await;
        answer.is(StatusCode::UNAUTHORIZED);
        let challenge = answer.header(header::WWW_AUTHENTICATE);
        assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
        assert!(
            challenge.contains(&format!("scope=\"{BOTH}\"")),
            "{challenge}"
        );
    }
    for scopes in [CRM, "portal.write"] {
        let other = Agent::of(&dora, &agent.program, ANA, scopes).await;
        let answer = other.sends(&list, &[]).await;
        answer.is(StatusCode::FORBIDDEN);
        let challenge = answer.header(header::WWW_AUTHENTICATE);
        assert!(
            challenge.contains("error=\"insufficient_scope\""),
            "{challenge}"
        );
        assert!(
            challenge.contains(&format!("scope=\"{BOTH}\"")),
            "{challenge}"
        );
    }
    // What ends a token ends it for the next message.
    let address = format!("/administracao/clientes/{}/situacao", agent.client);
    let disabled = [("ato", "desativar")];
    agent.sends(&list, &[]).await.is(StatusCode::OK);
    dora.post(&address, &disabled).await.location();
    agent.sends(&list, &[]).await.is(StatusCode::UNAUTHORIZED);
    app.works().await;
}

#[tokio::test]
async fn an_agent_finds_the_tools_that_its_token_allows() {
    let (app, agent, dora) = with_anas_agent().await;
    let hello = json!({
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    });
    let portal = agent.asks("initialize", hello).await;
    assert_eq!(portal["protocolVersion"], "2025-11-25");
    assert_eq!(portal["serverInfo"]["name"], "balcao");
    assert_eq!(portal["capabilities"], json!({"tools": {}}));
    let instructions = portal["instructions"].as_str().unwrap();
    assert!(instructions.contains("search_catalogue"), "{instructions}");
    let noted = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
    agent.sends(&noted, &[]).await.is(StatusCode::ACCEPTED);

    let all = agent.lists_tools().await;
    assert_eq!(all.len(), 14);
    assert!(WRITING.iter().all(|name| all.iter().any(|it| it == name)));
    let reader = Agent::of(&dora, &agent.program, ANA, READ).await;
    let allowed = reader.lists_tools().await;
    assert_eq!(allowed, all[..all.len() - WRITING.len()]);
    let refused = reader.is_refused("add_key", json!({})).await;
    assert!(refused.contains("insufficient_scope"), "{refused}");
    assert!(refused.contains("portal.write"), "{refused}");
    app.works().await;
}

/// The newest protocol has no greeting: each message says which one it is of.
#[tokio::test]
async fn an_agent_need_not_introduce_itself() {
    let (app, agent, _) = with_anas_agent().await;
    let of_itself = json!({"_meta": {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
    }});
    let headers = [
        ("Mcp-Protocol-Version", "2026-07-28"),
        ("Mcp-Method", "tools/list"),
    ];
    let answer = agent
        .sends(&message("tools/list", &of_itself), &headers)
        .await;
    let answer: Value = answer.is(StatusCode::OK).json();
    assert_eq!(answer["result"]["tools"].as_array().unwrap().len(), 14);
    app.works().await;
}

#[tokio::test]
async fn any_instance_answers_any_message() {
    let (app, agent, _) = with_anas_agent().await;
    let other = app.second_instance().await;
    let there = Agent {
        program: agent.program.at(other.router()),
        ..agent.with_token(&agent.token)
    };
    assert_eq!(there.application().await, agent.application().await);
    app.works().await;
}

#[tokio::test]
async fn pages_of_other_sites_are_refused() {
    let (app, agent, _) = with_anas_agent().await;
    let list = message("tools/list", &json!({}));
    for origin in [
        "https://evil.example",
        "http://balcao.example",
        "https://balcao.example:8443",
        "null",
    ] {
        let answer = agent.sends(&list, &[("Origin", origin)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin}");
    }
    let own = agent.sends(&list, &[("Origin", HTTPS)]).await;
    own.is(StatusCode::OK);
    // Programs are answered under any name of the portal's host.
    let inner = agent.sends(&list, &[("Host", "10.0.0.7:3000")]).await;
    inner.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn what_is_no_message_is_told_in_json() {
    let (app, agent, _) = with_anas_agent().await;
    let bearer = format!("Bearer {}", agent.token);
    let request = |method: &str| {
        Request::builder()
            .method(method)
            .uri(MCP)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json, text/event-stream")
            .header(header::AUTHORIZATION, &bearer)
    };
    let no_stream = agent.program.sends(request("GET"), Body::empty()).await;
    no_stream.is(StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(no_stream.header(header::ALLOW), "POST");
    let no_session = agent.program.sends(request("DELETE"), Body::empty()).await;
    no_session.is(StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(no_session.header(header::ALLOW), "POST");
    let long = Body::from("x".repeat(300 * 1024));
    let too_long = agent.program.sends(request("POST"), long).await;
    too_long.is(StatusCode::PAYLOAD_TOO_LARGE);
    let none = agent.program.sends(request("POST"), "{".into()).await;
    for answer in [&no_stream, &too_long, &none] {
        assert!(answer.status.is_client_error());
        let error: Value = answer.json();
        assert!(error["error"].is_string());
    }
    app.works().await;
}

#[tokio::test]
async fn what_the_portal_has_not_is_told_and_a_ping_is_answered() {
    let (app, agent, _) = with_anas_agent().await;
    assert_eq!(agent.asks("ping", json!({})).await, json!({}));
    let unknown = agent.sends(&message("nothing/here", &json!({})), &[]).await;
    let unknown: Value = unknown.json();
    assert_eq!(unknown["error"]["code"], -32601);
    let call = json!({"name": "nothing_here", "arguments": {}});
    let no_tool = agent.sends(&message("tools/call", &call), &[]).await;
    let no_tool: Value = no_tool.json();
    assert_eq!(no_tool["error"]["code"], -32602);
    app.works().await;
}

#[tokio::test]
async fn messages_and_calls_of_a_program_have_one_budget() {
    let (app, agent, _) = with_anas_agent().await;
    let bearer = format!("Bearer {}", agent.token);
    let reads = async || {
        let headers = [("Authorization", &*bearer)];
        agent.program.gets("/api/v1/groups", &headers).await
    };
    let ping = message("ping", &json!({}));
    let first = agent.sends(&ping, &[]).await;
    first.is(StatusCode::OK);
    assert_eq!(first.headers["ratelimit"], "\"calls\";r=599;t=60");
    for _ in 1..300 {
        agent.sends(&ping, &[]).await.is(StatusCode::OK);
    }
    for _ in 0..300 {
        reads().await.is(StatusCode::OK);
    }
    for answer in [agent.sends(&ping, &[]).await, reads().await] {
        answer.is(StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header(header::RETRY_AFTER), "60");
        let json: Value = answer.json();
        assert_eq!(json["errors"][0]["code"], "too_many_requests");
    }
    app.clock.advance(std::time::Duration::from_mins(1));
    agent.sends(&ping, &[]).await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn no_browser_is_told_of_what_agents_do() {
    let app = TestApp::start().await;
    let answer = app.visitor().get(MCP).await;
    answer.is(StatusCode::UNAUTHORIZED);
    assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
}
