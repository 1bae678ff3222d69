//! Clients in the words of administrators and of programs.

mod authorizing;
mod granting;
mod idempotent;
mod narrowing;
mod own;
mod redeeming;
mod refreshing;
mod registering;
mod self_registering;
mod staff;
mod token_writing;

use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::*;
use crate::{
    ActingClient, Role, Scope,
    audit::Action,
    entities::{audit_event, job},
    ids::ClientId,
    jobs::{Job, Mail},
    oauth, requests,
    testing::TestPortal,
};

pub const SECRET: &str = "k7Qp2mX9vR4tL8wZ1nB6cYsD";
pub const ANOTHER: &str = "Zr3Wf8Kd1Hy6Ub9Jx4Gm7Vq2";
pub const ANA: &str = "ana@bancoexemplo.com.br";
pub const CRM: &str = "crm-na-nuvem";

/// A portal with APIs, an administrator who gave the password lately, and Ana.
pub async fn portal() -> (TestPortal, Scope, Scope) {
    let test = requests::tests::portal().await;
    let dora = test
        .person("dora@balcao.example", &[Role::Administrator])
        .await;
    let dora = test.confirmed(&dora);
    let ana = test.person(ANA, &[]).await;
    (test, dora, ana)
}

pub fn credentials_client() -> NewClient {
    NewClient {
        id: uuid::Uuid::nil().into(),
        kind: ClientKind::Credentials,
        name: "ERP".to_owned(),
        is_confidential: true,
        account: ANA.to_owned(),
        access_seconds: Some(3600),
        refresh_days: Some(30),
        scopes: vec![CRM.to_owned()],
        networks: String::new(),
        redirect_addresses: String::new(),
        secret: SECRET.to_owned(),
    }
}

pub fn password_client() -> NewClient {
    NewClient {
        kind: ClientKind::Password,
        name: "Aplicativo de vendas".to_owned(),
        account: String::new(),
        ..credentials_client()
    }
}

pub const APP: &str = "https://app.example/volta";
/// A verifier and its challenge (RFC 7636, appendix B).
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

pub fn authorization_client() -> NewClient {
    NewClient {
        kind: ClientKind::Authorization,
        name: "Assistente".to_owned(),
        is_confidential: false,
        account: String::new(),
        secret: String::new(),
        redirect_addresses: format!("{APP}\nhttp://127.0.0.1/volta"),
        ..credentials_client()
    }
}

/// What a program asks for that does all as it should, with some of it changed; an empty value
/// leaves a parameter out.
pub fn parameters(client: ClientId, changed: &[(&str, &str)]) -> AuthorizationParameters {
    let id = client.to_string();
    let all = [
        ("response_type", "code"),
        ("client_id", &*id),
        ("redirect_uri", APP),
        ("state", "xyz"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let is_changed = |name: &str| changed.iter().any(|(it, _)| *it == name);
    let kept = all.iter().filter(|(name, _)| !is_changed(name));
    let pairs = kept.chain(changed);
    let pairs = pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    AuthorizationParameters(pairs.collect())
}

/// What a person is asked for.
pub async fn is_asked(
    person: &Scope,
    parameters: &AuthorizationParameters,
) -> Result<AuthorizationRequest, AuthorizationError> {
    let catalogue = &person.services().catalogue;
    let apis = requests::visible(person, catalogue).await.unwrap();
    authorization_request(person, &apis, parameters).await
}

/// A person agrees to what a client asks for; the code.
pub async fn agrees(person: &Scope, client: ClientId, changed: &[(&str, &str)]) -> String {
    let request = is_asked(person, &parameters(client, changed)).await;
    let request = request.unwrap();
    let vault = &person.services().vault;
    let form = seal_request(person, vault, &request).unwrap();
    let code = consent(person, vault, &request, &form).await.unwrap();
    code.expose()
}

pub fn proof(code: &str) -> Grant<'_> {
    Grant::AuthorizationCode(CodeProof {
        code,
        redirect_address: APP,
        verifier: VERIFIER,
    })
}

pub async fn registers(administrator: &Scope, new: NewClient) -> ClientId {
    let id = administrator.portal.new_id();
    let new = NewClient { id, ..new };
    let catalogue = &administrator.services().catalogue;
    register(administrator, catalogue, &new).await.unwrap()
}

/// A client that administrators let act.
pub const fn acting(id: ClientId) -> ActingClient {
    ActingClient {
        id,
        is_by_person: false,
    }
}

/// A program asks for a token.
pub async fn asks(
    test: &TestPortal,
    (client, secret): (ClientId, Option<&str>),
    grant: Grant<'_>,
) -> Result<TokenAnswer, TokenRefusal> {
    asks_from(&test.scope(), (client, secret), grant, None).await
}

pub async fn asks_from(
    scope: &Scope,
    (client, secret): (ClientId, Option<&str>),
    grant: Grant<'_>,
    scopes: Option<&str>,
) -> Result<TokenAnswer, TokenRefusal> {
    let keys = ClientKeys::of(&client.to_string(), secret).unwrap();
    let services = scope.services();
    let asked = Asked {
        scopes,
        resources: &[],
    };
    super::grant(scope, services.token_door(), &keys, grant, asked).await
}

/// What a token says.
pub async fn claims_of(test: &TestPortal, answer: &TokenAnswer) -> Arc<oauth::ClientClaims> {
    let claims = oauth::client_claims(&test.portal, &test.authority, &answer.access_token).await;
    claims.unwrap().unwrap()
}

/// Whether a token opens anything.
pub async fn is_good(test: &TestPortal, answer: &TokenAnswer) -> bool {
    let claims = claims_of(test, answer).await;
    access(&test.portal, &claims).await.unwrap().is_some()
}

/// What the trail has of an action.
pub async fn trail(test: &TestPortal, action: Action) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(action))
        .order_by_asc(audit_event::Column::Id)
        .all(test.portal.db.reader())
        .await
        .unwrap()
}

/// What whom a client acts for is told, in the order of the acts' names.
pub async fn told(test: &TestPortal) -> Vec<ClientAct> {
    let jobs = job::Entity::find().order_by_asc(job::Column::Id);
    let jobs = jobs.all(test.portal.db.reader()).await.unwrap();
    let act = |row: job::Model| match serde_json::from_str(&row.payload).unwrap() {
        Job::Mail(Mail::ClientChanged { act, .. }) => Some(act),
        _ => None,
    };
    let mut acts: Vec<_> = jobs.into_iter().filter_map(act).collect();
    acts.sort_unstable();
    acts
}
