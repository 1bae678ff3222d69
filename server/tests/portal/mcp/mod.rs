//! What agents do for people, by the Model Context Protocol.

mod asked;
mod audience;
mod calling;
mod door;
mod reading;
mod rights;
mod writing;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::Role;
use serde_json::{Value, json};

use crate::{
    clients::{self, asks, token_of},
    harness::{ANA, Answer, HTTPS, PASSWORD, Program, TestApp, Visitor},
};

const MCP: &str = "/mcp";
const READ: &str = "portal.read";
const BOTH: &str = "portal.read portal.write";
/// No application, group, draft or call has it.
const NOWHERE: &str = "018f0000-0000-7000-8000-000000000000";

/// An agent that somebody let act for them.
struct Agent {
    program: Program,
    token: String,
    client: String,
}

/// What a tool answered.
#[derive(Debug)]
struct Told {
    is_error: bool,
    /// The sentence for whoever reads no data.
    text: String,
    data: Value,
    whole: String,
}

impl Agent {
    /// An agent with a token that somebody gave their password for.
    async fn of(dora: &Visitor, program: &Program, email: &str, scopes: &str) -> Self {
        let keys = clients::registers(dora, "senha", &[("escopos", scopes)]).await;
        let grant = json!({
            "grant_type": "password",
            "client_id": keys.id,
            "client_secret": keys.secret,
            "username": email,
            "password": PASSWORD,
        });
        Self {
            token: token_of(&asks(program, grant).await),
            program: program.clone(),
            client: keys.id,
        }
    }

    fn with_token(&self, token: &str) -> Self {
        Self {
            program: self.program.clone(),
            token: token.to_owned(),
            client: self.client.clone(),
        }
    }

    async fn sends(&self, message: &Value, headers: &[(&str, &str)]) -> Answer {
        let request = Request::post(MCP)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json, text/event-stream")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        let add = |request: axum::http::request::Builder, (name, value): &(&str, &str)| {
            request.header(*name, *value)
        };
        let request = headers.iter().fold(request, add);
        let body = Body::from(message.to_string());
        self.program.sends(request, body).await
    }

    /// The result of a message that asks for something.
    async fn asks(&self, method: &str, parameters: Value) -> Value {
        let message = message(method, &parameters);
        let answer = self.sends(&message, &[]).await;
        let mut answer: Value = answer.is(StatusCode::OK).json();
        assert_eq!(answer["id"], 1);
        assert_eq!(answer["error"], Value::Null);
        answer["result"].take()
    }

    async fn lists_tools(&self) -> Vec<String> {
        let result = self.asks("tools/list", json!({})).await;
        let tools = result["tools"].as_array().unwrap().iter();
        tools
            .map(|tool| tool["name"].as_str().unwrap().to_owned())
            .collect()
    }

    async fn uses(&self, tool: &str, arguments: Value) -> Told {
        let parameters = json!({"name": tool, "arguments": arguments});
        let mut result = self.asks("tools/call", parameters).await;
        Told {
            is_error: result["isError"].as_bool().unwrap_or_default(),
            text: result["content"][0]["text"].as_str().unwrap().to_owned(),
            whole: result.to_string(),
            data: result["structuredContent"].take(),
        }
    }

    /// What a tool found or did.
    #[track_caller]
    fn is_told(told: Told) -> Value {
        assert!(!told.is_error, "{told:?}");
        told.data
    }

    async fn gets(&self, tool: &str, arguments: Value) -> Value {
        Self::is_told(self.uses(tool, arguments).await)
    }

    /// Why a tool found or did nothing.
    async fn is_refused(&self, tool: &str, arguments: Value) -> String {
        let told = self.uses(tool, arguments).await;
        assert!(told.is_error, "{told:?}");
        assert_eq!(told.data, Value::Null);
        told.text
    }

    /// The only application that it sees.
    async fn application(&self) -> String {
        let told = self.gets("my_applications", json!({})).await;
        told["applications"][0]["id"].as_str().unwrap().to_owned()
    }

    async fn group(&self) -> String {
        let told = self.gets("my_groups", json!({})).await;
        told["groups"][0]["id"].as_str().unwrap().to_owned()
    }
}

/// The path of a link that an agent gives on.
#[track_caller]
fn path(link: &Value) -> &str {
    link.as_str().unwrap().strip_prefix(HTTPS).unwrap()
}

/// A request for access to SMV that is complete.
fn draft(group: &str) -> Value {
    json!({
        "api": "smv",
        "plan": "pay-per-use",
        "group": group,
        "name": "Conferência de cadastro",
        "description": "Confere o número de quem abre conta pelo aplicativo.",
    })
}

fn message(method: &str, parameters: &Value) -> Value {
    json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters})
}

/// A portal where Ana's application of SMV is approved, an agent of hers, and Dora, who registers
/// clients.
async fn with_anas_agent() -> (TestApp, Agent, Visitor) {
    let (app, program) = TestApp::with_program().await;
    let dora = app.signed_in(clients::DORA, &[Role::Administrator]).await;
    let agent = Agent::of(&dora, &program, ANA, BOTH).await;
    (app, agent, dora)
}
