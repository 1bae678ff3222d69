//! Administration: programs of other systems, the tokens that they get, and what these open.

mod administering;
mod calling;
mod door;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use domain::Role;
use serde_json::{Value, json};

use crate::harness::{ANA, Answer, PASSWORD, Program, TestApp, Visitor};

pub const DORA: &str = "dora@balcao.example";
pub const CLIENTS: &str = "/administracao/clientes";
pub const DOOR: &str = "/Api/access_token";
const CONTACTS: &str = "/crm/v1/contacts";
pub const CRM: &str = "crm-na-nuvem";
pub const JSON_API: &str = "application/vnd.api+json";
/// Where clients that ask people may be answered.
const ADDRESSES: &str = "https://app.example/volta\r\nhttp://127.0.0.1/volta";

/// A client as its program knows it.
pub struct Keys {
    pub id: String,
    pub secret: String,
}

async fn administrator(app: &TestApp) -> Visitor {
    app.signed_in(DORA, &[Role::Administrator]).await
}

/// Fills the form of a new client in, as it is shown, and sends it.
pub async fn sends_form(dora: &Visitor, kind: &str, fields: &[(&str, &str)]) -> Answer {
    let page = format!("{CLIENTS}/novo-de-{kind}");
    let form = dora.get(&page).await;
    let value = |name| form.value_of(name);
    let (id, secret, access) = (value("id"), value("segredo"), value("acesso"));
    let shown = [
        ("id", &*id),
        ("segredo", &*secret),
        ("acesso", &*access),
        ("renovacao", "30"),
        ("confidencial", "1"),
        ("nome", "ERP"),
        ("usuario", ANA),
        ("escopos", CRM),
        ("redes", ""),
        ("enderecos", ADDRESSES),
        ("current", PASSWORD),
    ];
    let given = |name: &str| fields.iter().find(|(field, _)| *field == name);
    let shown = shown.iter().map(|(name, value)| {
        let other = given(name).map(|(_, value)| *value);
        (*name, other.unwrap_or(value))
    });
    // Several scopes have a blank between them, as in the protocol.
    let filled = shown.flat_map(|(name, value)| match name {
        "escopos" => value.split(' ').map(|scope| (name, scope)).collect(),
        _ => vec![(name, value)],
    });
    let filled: Vec<_> = filled.collect();
    dora.post(&page, &filled).await
}

/// An administrator registers a client; what the page shows once.
pub async fn registers(dora: &Visitor, kind: &str, fields: &[(&str, &str)]) -> Keys {
    let page = sends_form(dora, kind, fields).await;
    page.is(StatusCode::OK);
    Keys {
        id: page.text("#client-id"),
        secret: page.text("#client-secret"),
    }
}

/// What the documented programs send.
pub async fn asks(program: &Program, fields: Value) -> Answer {
    sends(program, JSON_API, fields.to_string()).await
}

pub async fn sends(program: &Program, kind: &str, body: String) -> Answer {
    let request = Request::post(DOOR).header("Content-Type", kind);
    program.sends(request, Body::from(body)).await
}

fn own(keys: &Keys) -> Value {
    json!({
        "grant_type": "client_credentials",
        "client_id": keys.id,
        "client_secret": keys.secret,
    })
}

fn anas(keys: &Keys) -> Value {
    json!({
        "grant_type": "password",
        "client_id": keys.id,
        "client_secret": keys.secret,
        "username": ANA,
        "password": PASSWORD,
    })
}

pub fn token_of(answer: &Answer) -> String {
    let json: Value = answer.is(StatusCode::OK).json();
    json["access_token"].as_str().unwrap().to_owned()
}

pub async fn calls(program: &Program, token: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    program.gets(CONTACTS, &[("Authorization", &bearer)]).await
}

/// A portal where Ana's application of the CRM is approved, its own program, and Dora.
pub async fn with_crm() -> (TestApp, Program, Visitor) {
    let (app, program) = TestApp::with_program_of(CRM).await;
    let dora = administrator(&app).await;
    (app, program, dora)
}
