//! What became of what was asked for.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{draft, path, with_anas_agent};
use crate::harness::{ANA, CARLOS, REASON};

#[tokio::test]
async fn an_agent_learns_how_a_request_was_decided_and_why() {
    let (app, agent, _) = with_anas_agent().await;
    let ana = app.signs_in(ANA).await;
    let approved = json!({"state": "approved"});
    let first = agent.gets("my_requests", approved.clone()).await;
    let first = &first["requests"][0];
    assert_eq!(first["api"], "smv");
    assert_eq!(first["application"], agent.application().await);
    assert!(first["decision"]["at"].is_string());

    let told = agent
        .gets("draft_request", draft(&agent.group().await))
        .await;
    let listed = agent.gets("my_requests", json!({})).await;
    assert_eq!(listed["requests"].as_array().unwrap().len(), 1);
    let drafts = listed["drafts"].as_array().unwrap();
    assert_eq!(drafts.len(), 1);
    for name in ["draft", "revision", "isComplete", "link"] {
        assert_eq!(drafts[0][name], told[name], "{name}");
    }
    ana.get(path(&drafts[0]["link"])).await.is(StatusCode::OK);

    let filed = json!({"draft": told["draft"], "revision": drafts[0]["revision"]});
    agent.gets("submit_request", filed).await;
    let listed = agent.gets("my_requests", json!({"state": "pending"})).await;
    let waits = &listed["requests"][0];
    assert_eq!(waits["request"], told["draft"]);
    assert_eq!(
        (&waits["decision"], &waits["application"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(listed["drafts"], json!([]));
    app.works().await;

    let carlos = app.signs_in(CARLOS).await;
    let request = told["draft"].as_str().unwrap();
    app.rejects(&carlos, request).await;
    let listed = agent
        .gets("my_requests", json!({"state": "rejected"}))
        .await;
    let rejected = &listed["requests"][0];
    assert_eq!(rejected["request"], request);
    assert_eq!(rejected["decision"]["reason"], REASON);
    ana.get(path(&rejected["link"])).await.is(StatusCode::OK);
    app.works().await;
}
