//! The management API, as programs call it.

mod audit_events;
mod document;
mod doing;
mod entry;
mod reading;
mod repeating;
mod rights;
mod webhooks;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};

use crate::{
    clients::{self, JSON_API, asks, token_of},
    harness::{ANA, Answer, Program, TestApp, Visitor},
};

const BOTH: &str = "portal.read portal.write";

/// A program with a token of a client, which acts for an account.
struct Caller {
    program: Program,
    token: String,
    keys: clients::Keys,
}

impl Caller {
    /// An administrator registers a client for an account, and its program gets a token.
    async fn of(dora: &Visitor, program: &Program, email: &str, scopes: &str) -> Self {
        let fields = [("usuario", email), ("escopos", scopes)];
        let keys = clients::registers(dora, "credenciais", &fields).await;
        let grant = json!({
            "grant_type": "client_credentials",
            "client_id": keys.id,
            "client_secret": keys.secret,
        });
        Self {
            token: token_of(&asks(program, grant).await),
            program: program.clone(),
            keys,
        }
    }

    /// The same for a client that people give their passwords to, with Ana's.
    async fn by_password(dora: &Visitor, program: &Program, scopes: &str) -> Self {
        let fields = [("escopos", scopes)];
        let keys = clients::registers(dora, "senha", &fields).await;
        let grant = json!({
            "grant_type": "password",
            "client_id": keys.id,
            "client_secret": keys.secret,
            "username": ANA,
            "password": crate::harness::PASSWORD,
        });
        Self {
            token: token_of(&asks(program, grant).await),
            program: program.clone(),
            keys,
        }
    }

    /// The same program with another token.
    fn with(&self, token: &str) -> Self {
        Self {
            program: self.program.clone(),
            token: token.to_owned(),
            keys: clients::Keys {
                id: self.keys.id.clone(),
                secret: self.keys.secret.clone(),
            },
        }
    }

    async fn reads(&self, path: &str) -> Answer {
        self.reads_with(path, &[]).await
    }

    async fn reads_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let headers = [&[("Authorization", &*bearer)], headers].concat();
        self.program.gets(&format!("/api/v1{path}"), &headers).await
    }

    async fn posts(&self, path: &str, body: &Value) -> Answer {
        self.posts_with(path, body, &[]).await
    }

    async fn posts_with(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Answer {
        let request = Request::post(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, JSON_API)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        let add = |request: axum::http::request::Builder, (name, value): &(&str, &str)| {
            request.header(*name, *value)
        };
        let request = headers.iter().fold(request, add);
        self.program
            .sends(request, Body::from(body.to_string()))
            .await
    }
}

/// The error of an answer: status, code, and what part of the request is wrong.
fn error(answer: &Answer) -> (StatusCode, String, Value) {
    let body: Value = answer.json();
    let error = &body["errors"][0];
    assert_eq!(error["status"], answer.status.as_u16().to_string());
    assert!(!error["id"].as_str().unwrap().is_empty());
    assert!(!error["detail"].as_str().unwrap().is_empty());
    let code = error["code"].as_str().unwrap().to_owned();
    (answer.status, code, error["source"].clone())
}

/// The ids of the resources of a page.
fn ids(answer: &Answer) -> Vec<String> {
    let body: Value = answer.is(StatusCode::OK).json();
    let data = body["data"].as_array().unwrap().iter();
    data.map(|it| it["id"].as_str().unwrap().to_owned())
        .collect()
}

/// A portal where Ana's application of SMV is approved, a program of hers that calls the API, and
/// Dora, who registers clients.
async fn with_anas_caller() -> (TestApp, Caller, Visitor) {
    let (app, program) = TestApp::with_program().await;
    let dora = app
        .signed_in(clients::DORA, &[domain::Role::Administrator])
        .await;
    let caller = Caller::of(&dora, &program, ANA, BOTH).await;
    (app, caller, dora)
}

/// A request for SMV that a program files.
fn new_request(app: &TestApp, group: &str, plan: &str) -> Value {
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    json!({"data": {
        "type": "requests",
        "attributes": {
            "plan": plan,
            "name": "Conferência de cadastro",
            "description": "Confere o número de quem abre conta pelo aplicativo.",
        },
        "relationships": {
            "api": {"data": {"type": "apis", "id": smv.id.to_string()}},
            "group": {"data": {"type": "groups", "id": group}},
        },
    }})
}

fn decision(outcome: &str, reason: Option<&str>) -> Value {
    json!({"data": {
        "type": "decisions",
        "attributes": {"outcome": outcome, "reason": reason},
    }})
}
