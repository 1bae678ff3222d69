//! What an agent may see and do: what its person may, and no more.

use axum::http::StatusCode;
use domain::{
    Role,
    catalogue::{ApiFiles, ApiState, Audience, Company},
    testing,
};
use serde_json::{Value, json};

use super::{Agent, BOTH, NOWHERE, draft, with_anas_agent};
use crate::{
    clients::{self, CRM, asks, token_of},
    harness::{ANA, BIA, CARLOS, TestApp, smv},
};

const SUPPORT: &str = "suporte@balcao.example";

/// Both are told the same, and nothing.
async fn is_nowhere(agent: &Agent, tool: &str, foreign: Value, nowhere: Value) {
    let foreign = agent.is_refused(tool, foreign).await;
    let nowhere = agent.is_refused(tool, nowhere).await;
    assert_eq!(foreign, nowhere, "{tool}");
    assert!(foreign.contains("There is no such thing"), "{foreign}");
}

/// What is another's is answered as what is not there.
#[tokio::test]
async fn an_agent_sees_nothing_of_others() {
    let (app, agent, dora) = with_anas_agent().await;
    let (application, group) = (agent.application().await, agent.group().await);
    let token = agent.program.token().await;
    let call = agent.program.calls_smv(&token, &smv("5511999990200")).await;
    let transaction = call.header("x-request-id".parse().unwrap()).to_owned();
    app.counts().await;
    app.bia().await;
    app.signed_in(SUPPORT, &[Role::Support]).await;
    for email in [BIA, SUPPORT] {
        let other = Agent::of(&dora, &agent.program, email, BOTH).await;
        for (tool, list) in [
            ("my_applications", "applications"),
            ("my_groups", "groups"),
            ("my_requests", "requests"),
            ("my_requests", "drafts"),
        ] {
            assert_eq!(other.gets(tool, json!({})).await[list], json!([]));
        }
        let of_group = json!({"group": group});
        let found = other.gets("my_applications", of_group).await;
        assert_eq!(found["applications"], json!([]));
        let arguments = |id: &str| {
            [
                ("usage", json!({"application": id})),
                ("calls", json!({"application": id})),
                ("add_key", json!({"application": id, "label": "Nova"})),
                (
                    "call_sandbox",
                    json!({"application": id, "operation": "verify-number"}),
                ),
            ]
        };
        for (there, nowhere) in arguments(&application).into_iter().zip(arguments(NOWHERE)) {
            is_nowhere(&other, there.0, there.1, nowhere.1).await;
        }
        let explain = |id: &str| json!({"transaction": id});
        let (foreign, none) = (explain(&transaction), explain(NOWHERE));
        is_nowhere(&other, "explain_transaction", foreign, none).await;
        is_nowhere(&other, "draft_request", draft(&group), draft(NOWHERE)).await;
        let key = &agent.program.public_key;
        let strange = "A".repeat(key.len());
        let check = async |key: &str| {
            let key = json!({"publicKey": key});
            other.is_refused("check_credential", key).await
        };
        assert_eq!(check(key.as_str()).await, check(strange.as_str()).await);
    }
    assert_eq!(app.rows("request_drafts").await, 0);
    app.works().await;
}

#[tokio::test]
async fn an_agent_files_nothing_of_others() {
    let (app, agent, dora) = with_anas_agent().await;
    app.bia().await;
    let told = agent
        .gets("draft_request", draft(&agent.group().await))
        .await;
    let (drafts, requests) = (app.rows("request_drafts").await, app.rows("requests").await);
    let bia = Agent::of(&dora, &agent.program, BIA, BOTH).await;
    let filed = |draft: &Value| json!({"draft": draft, "revision": told["revision"]});
    let (foreign, nowhere) = (filed(&told["draft"]), filed(&json!(NOWHERE)));
    is_nowhere(&bia, "submit_request", foreign.clone(), nowhere).await;
    assert_eq!(app.rows("request_drafts").await, drafts);
    assert_eq!(app.rows("requests").await, requests);
    // It is as good as before.
    agent.gets("submit_request", foreign).await;
    app.works().await;
}

/// The CRM is for a company of which nobody here is, or it is there no more.
async fn hides_crm(app: &TestApp, state: Option<ApiState>) {
    let companies = vec![Company {
        root: "12ABC345".to_owned(),
        domains: vec!["outra.com.br".to_owned()],
    }];
    let files = ApiFiles {
        state,
        audience: Some(Audience::Companies { companies }),
        ..ApiFiles::default()
    };
    testing::import(app, CRM, files).await;
}

#[tokio::test]
async fn an_api_for_others_is_not_there() {
    let (app, agent, dora) = with_anas_agent().await;
    app.bia().await;
    let bia = Agent::of(&dora, &agent.program, BIA, BOTH).await;
    let read = bia.gets("read_api", json!({"api": CRM})).await;
    let operation = read["operations"][0]["operation"].clone();
    let group = agent.group().await;
    for state in [None, Some(ApiState::Withdrawn)] {
        hides_crm(&app, state).await;
        let found = bia.gets("search_catalogue", json!({})).await;
        assert_eq!(found["total"], 2);
        let arguments = |api: &str| {
            let mut draft = draft(&group);
            draft["api"] = api.into();
            [
                ("read_api", json!({"api": api})),
                (
                    "read_operation",
                    json!({"api": api, "operation": operation}),
                ),
                ("draft_request", draft),
            ]
        };
        for (there, nowhere) in arguments(CRM).into_iter().zip(arguments("nothing")) {
            is_nowhere(&bia, there.0, there.1, nowhere.1).await;
        }
    }
    app.works().await;
}

/// A contract manager sees the application, as on the pages, and nothing of its use.
#[tokio::test]
async fn a_contract_manager_sees_no_use() {
    let (app, agent, dora) = with_anas_agent().await;
    let application = agent.application().await;
    let carlos = Agent::of(&dora, &agent.program, CARLOS, BOTH).await;
    assert_eq!(carlos.application().await, application);
    for tool in ["usage", "calls"] {
        let of = |id: &str| json!({"application": id});
        is_nowhere(&carlos, tool, of(&application), of(NOWHERE)).await;
    }
    app.works().await;
}

#[tokio::test]
async fn keys_are_made_for_owners_who_let_the_agent_in_themselves() {
    let (app, agent, dora) = with_anas_agent().await;
    let (application, group) = (agent.application().await, agent.group().await);
    let secrets = app.rows("secrets").await;
    let new = json!({"application": application, "label": "Nova"});

    app.bia().await;
    app.joins(BIA, &group).await;
    let member = Agent::of(&dora, &agent.program, BIA, BOTH).await;
    assert_eq!(member.application().await, application);
    let refused = member.is_refused("add_key", new.clone()).await;
    assert!(refused.contains("an owner of the group"), "{refused}");

    let fields = [("usuario", ANA), ("escopos", BOTH)];
    let keys = clients::registers(&dora, "credenciais", &fields).await;
    let grant = json!({
        "grant_type": "client_credentials",
        "client_id": keys.id,
        "client_secret": keys.secret,
    });
    let answer = asks(&agent.program, grant).await;
    answer.is(StatusCode::OK);
    let of_administrators = agent.with_token(&token_of(&answer));
    let refused = of_administrators.is_refused("add_key", new).await;
    assert!(
        refused.contains("Administrators let this program in"),
        "{refused}"
    );
    assert_eq!(app.rows("secrets").await, secrets);
    app.works().await;
}
