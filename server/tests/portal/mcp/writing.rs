//! What agents do: with the same rights as people, and in the trail with their client.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use serde_json::{Value, json};

use super::{Agent, NOWHERE, draft, with_anas_agent};
use crate::harness::{ANA, CARLOS, HTTPS, TestApp};

/// The last entry of an act names the agent beside the person.
async fn is_recorded(app: &TestApp, agent: &Agent, action: Action) {
    let trail = app.trail(action).await;
    let entry = trail.iter().rfind(|it| it.client.is_some()).unwrap();
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    let client = entry.client.map(|id| id.to_string());
    assert_eq!(client.as_deref(), Some(&*agent.client));
    assert!(entry.request_id.is_some());
}

#[tokio::test]
async fn a_draft_is_the_persons_own_until_it_is_filed() {
    let (app, agent, _) = with_anas_agent().await;
    let ana = app.signs_in(ANA).await;
    let group = agent.group().await;
    let told = agent.gets("draft_request", draft(&group)).await;
    assert_eq!(told["isComplete"], true);
    let page = told["link"].as_str().unwrap().strip_prefix(HTTPS).unwrap();
    let seen = ana.get(page).await;
    assert!(
        seen.is(StatusCode::OK)
            .html()
            .contains("Conferência de cadastro")
    );
    assert_eq!(app.rows("requests").await, 1);

    // What somebody changed meanwhile is not filed.
    app.clock.advance(Duration::from_mins(1));
    let id = told["draft"].as_str().unwrap();
    let form = [
        ("name", "Outro nome"),
        ("description", "Outra descrição da mesma aplicação."),
    ];
    let address = format!("/solicitacoes/{id}/aplicacao");
    ana.post(&address, &form).await.location();
    let filed = json!({"draft": id, "revision": told["revision"]});
    let refused = agent.is_refused("submit_request", filed).await;
    assert!(refused.contains("changed it"), "{refused}");

    let again = agent.gets("draft_request", draft(&group)).await;
    assert_eq!(again["draft"], told["draft"]);
    let filed = json!({"draft": id, "revision": again["revision"]});
    let request = agent.gets("submit_request", filed.clone()).await;
    assert_eq!(request["state"], "pending");
    assert_eq!(request["application"], Value::Null);
    let page = request["link"]
        .as_str()
        .unwrap()
        .strip_prefix(HTTPS)
        .unwrap();
    ana.get(page).await.is(StatusCode::OK);
    let twice = agent.gets("submit_request", filed).await;
    assert_eq!(twice["number"], request["number"]);
    is_recorded(&app, &agent, Action::RequestSubmitted).await;
    app.works().await;
    assert!(!app.inbox.mails_to(CARLOS).is_empty());

    let open = agent.is_refused("draft_request", draft(&group)).await;
    assert!(
        open.contains("open request") && open.contains(HTTPS),
        "{open}"
    );
    app.works().await;
}

#[tokio::test]
async fn a_request_that_is_not_good_is_not_drafted() {
    let (app, agent, _) = with_anas_agent().await;
    let group = agent.group().await;
    let but = |name: &str, value: Value| {
        let mut other = draft(&group);
        other[name] = value;
        other
    };
    for (arguments, said) in [
        (but("api", json!("nothing")), "`api`: There is no such"),
        (but("group", json!(NOWHERE)), "`group`: There is no such"),
        (but("name", json!("x")), "`name`"),
        (but("description", json!("curta")), "`description`"),
        (but("answers", json!({"cor": "azul"})), "`answers/cor`"),
    ] {
        let refused = agent.is_refused("draft_request", arguments).await;
        assert!(refused.contains(said), "{refused}");
    }
    assert_eq!(app.rows("request_drafts").await, 0);
    let nowhere = json!({"draft": NOWHERE, "revision": "2026-11-30T00:00:00Z"});
    let refused = agent.is_refused("submit_request", nowhere).await;
    assert!(refused.starts_with("There is no such thing"), "{refused}");
    app.works().await;
}

#[tokio::test]
async fn a_key_is_made_for_the_person_and_not_shown_to_the_agent() {
    let (app, agent, _) = with_anas_agent().await;
    let application = agent.application().await;
    // It is the newest of two.
    app.clock.advance(Duration::from_mins(1));
    let revealed = app.trail(Action::SecretRevealed).await.len();
    let new = json!({"application": application, "label": "Servidor 2"});
    let told = agent.uses("add_key", new.clone()).await;
    let whole = told.whole.clone();
    let told = Agent::is_told(told);
    is_recorded(&app, &agent, Action::SecretAdded).await;
    // Nobody has seen it.
    assert_eq!(app.trail(Action::SecretRevealed).await.len(), revealed);
    let ana = app.signs_in(ANA).await;
    let group = agent.group().await;
    let program = app.program_of(&ana, &group, &application).await;
    // It is the one that was just made.
    assert_ne!(program.secret_key, agent.program.secret_key);
    assert_eq!(told["publicKey"], program.public_key);
    program.asks_for_token().await.is(StatusCode::OK);
    assert!(!whole.contains(&program.secret_key));
    let link = told["link"].as_str().unwrap().strip_prefix(HTTPS).unwrap();
    let (page, _) = link.split_once('#').unwrap();
    ana.get(page).await.is(StatusCode::OK);
    let keys = format!("/minhas-aplicacoes/{group}/{application}/chaves");
    assert!(ana.get(&keys).await.html().contains("Servidor 2"));

    let taken = agent.is_refused("add_key", new).await;
    assert!(taken.contains("earlier call"), "{taken}");
    assert!(taken.contains(told["link"].as_str().unwrap()), "{taken}");
    let past = json!({
        "application": application, "label": "Antiga", "expiresAt": "2020-01-01T00:00:00Z",
    });
    let refused = agent.is_refused("add_key", past).await;
    assert!(refused.contains("`expiresAt`"), "{refused}");
    let third = json!({"application": application, "label": "Servidor 3"});
    agent.gets("add_key", third).await;
    let fourth = json!({"application": application, "label": "Servidor 4"});
    let refused = agent.is_refused("add_key", fourth).await;
    assert!(refused.contains("3 active keys"), "{refused}");
    assert!(
        refused.contains(told["link"].as_str().unwrap()),
        "{refused}"
    );
    app.works().await;
}

/// Whoever reads them is an agent; what the operator wrote is in the language that it asks for.
#[tokio::test]
async fn errors_are_told_in_english_whatever_is_asked_for() {
    let (app, agent, _) = with_anas_agent().await;
    let mut other = draft(&agent.group().await);
    other["answers"] = json!({"cor": "azul"});
    let call = |name: &str, arguments: &Value| {
        let call = json!({"name": name, "arguments": arguments});
        super::message("tools/call", &call)
    };
    let says = async |message: &Value, language| {
        let answer = agent.sends(message, &[("Accept-Language", language)]).await;
        let answer: Value = answer.is(StatusCode::OK).json();
        answer["result"].clone()
    };
    let wrong = call("draft_request", &other);
    let english = says(&wrong, "en").await;
    assert_eq!(english["isError"], true);
    assert_eq!(says(&wrong, "pt-BR").await, english);
    let read = call("read_api", &json!({"api": "smv"}));
    assert_ne!(says(&read, "pt-BR").await, says(&read, "en").await);
    app.works().await;
}
