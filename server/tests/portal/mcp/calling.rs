//! Calls of the sandbox by agents.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Agent, READ, with_anas_agent};
use crate::harness::{ANA, CARLOS, smv};

fn call(application: &str, body: &Value) -> Value {
    json!({"application": application, "operation": "verify-number", "body": body})
}

#[tokio::test]
async fn an_agent_calls_the_sandbox_without_a_key_and_is_told_what_the_answer_means() {
    let (app, agent, _) = with_anas_agent().await;
    let application = agent.application().await;
    let told = agent
        .uses("call_sandbox", call(&application, &smv("5511999990200")))
        .await;
    let whole = told.whole.clone();
    let good = Agent::is_told(told);
    assert_eq!(
        (&good["status"], &good["code"]),
        (&json!(200), &json!("API-SMV-200"))
    );
    let body: Value = serde_json::from_str(good["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["transactionId"], good["transaction"]);
    assert!(!whole.contains(&agent.program.secret_key));
    let lost = agent
        .gets("call_sandbox", call(&application, &smv("5511999990000")))
        .await;
    assert_eq!(lost["status"], 404);
    assert!(!lost["remedy"].as_str().unwrap().is_empty());

    app.counts().await;
    let explained = json!({"transaction": lost["transaction"]});
    let explained = agent.gets("explain_transaction", explained).await;
    assert_eq!(explained["cause"], lost["cause"]);
    // They count as the person's own.
    let used = agent
        .gets("usage", json!({"application": application}))
        .await;
    assert_eq!(used["quota"]["used"], 2);
    app.works().await;
}

#[tokio::test]
async fn what_cannot_be_called_is_told_with_what_to_do() {
    let (app, agent, dora) = with_anas_agent().await;
    let application = agent.application().await;
    let with = |name: &str, value: Value| {
        let mut other = call(&application, &smv("5511999990200"));
        other[name] = value;
        other
    };
    let unknown = with("parameters", json!({"colour": "blue"}));
    let refused = agent.is_refused("call_sandbox", unknown).await;
    assert!(refused.contains("no parameter `colour`"), "{refused}");
    let nothing = with("operation", json!("nothing-here"));
    let refused = agent.is_refused("call_sandbox", nothing).await;
    assert!(
        refused.starts_with("`operation`: There is no such"),
        "{refused}"
    );
    let reader = Agent::of(&dora, &agent.program, ANA, READ).await;
    let good = call(&application, &smv("5511999990200"));
    let refused = reader.is_refused("call_sandbox", good.clone()).await;
    assert!(refused.contains("portal.write"), "{refused}");

    let carlos = app.signs_in(CARLOS).await;
    app.suspends(&carlos, &application).await;
    let refused = agent.is_refused("call_sandbox", good).await;
    assert!(refused.contains("suspended"), "{refused}");
    app.counts().await;
    let used = agent
        .gets("usage", json!({"application": application}))
        .await;
    assert_eq!(used["total"]["calls"], 0);
    app.works().await;
}

#[tokio::test]
async fn a_trial_that_is_used_up_is_told() {
    let (app, agent, _) = with_anas_agent().await;
    app.allows_calls("smv", 1).await;
    let application = agent.application().await;
    let good = call(&application, &smv("5511999990200"));
    agent.gets("call_sandbox", good.clone()).await;
    let refused = agent.is_refused("call_sandbox", good).await;
    assert!(refused.contains("used up"), "{refused}");
    // Programs are told the same.
    let token = agent.program.token().await;
    let answer = agent.program.calls_smv(&token, &smv("5511999990200")).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    app.works().await;
}
