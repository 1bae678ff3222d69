//! Trying an API from the portal: a token and a call of the sandbox, as a program would make them.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::Value;

use super::{Refusal, Target, admit};
use crate::{
    Scope,
    applications::{self, ApplicationView, State},
    catalogue::Plan,
    credentials::PublicKey,
    entities::sandbox_credential,
    ids::{ApplicationId, TransactionId},
    oauth::{self, Authenticated, GrantError, KeyError},
    sandbox::{Answer, Call, Case, Operation},
    usage::{CallKind, CallRecord, QuotaState},
};

/// What was asked and answered. It holds neither a secret nor a token.
#[derive(Clone, Debug)]
pub struct Trial {
    pub transaction: TransactionId,
    pub public_key: PublicKey,
    pub token: TokenStep,
    pub call: CallStep,
    pub answer: Answer,
    pub kind: CallKind,
    pub quota: Option<QuotaState>,
}

#[derive(Clone, Debug)]
pub struct TokenStep {
    pub elapsed: Duration,
    /// The answer of the token endpoint, with the token itself left out: one line of JSON.
    pub body: String,
}

#[derive(Clone, Debug)]
pub struct CallStep {
    pub method: String,
    pub url: String,
    /// None for a call without a body.
    pub body: Option<Value>,
    pub elapsed: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum TryError {
    #[error("no such application, operation or case")]
    NotFound,
    /// The application can call nothing in this state.
    #[error("the application is {0}")]
    Inactive(State),
    #[error("the API has no sandbox")]
    NoSandbox,
    /// There is no key, or none that has not ended.
    #[error("the application has no key that is good now")]
    NoKeys,
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Grant(#[from] GrantError),
    #[error(transparent)]
    Keys(#[from] KeyError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Gets a token and calls the sandbox with one of its test values. It counts like any call.
///
/// # Errors
/// See [`TryError`].
pub async fn try_sandbox(
    scope: &Scope,
    application: ApplicationId,
    operation: &str,
    case: &str,
) -> Result<Trial, TryError> {
    let portal = &scope.portal;
    let view = applications::find(scope, application).await?;
    let view = view.ok_or(TryError::NotFound)?;
    let sandbox = view.api.sandbox.clone().ok_or(TryError::NoSandbox)?;
    let (operation, case) = find(sandbox.operations(), operation, case)?;
    let client = client(scope, &view).await?;

    let began = Instant::now();
    let granted = oauth::grant_unrecorded(portal, &client, None).await?;
    let token = TokenStep {
        elapsed: began.elapsed(),
        body: redacted(granted.clone())?,
    };

    let began = Instant::now();
    let passage = admit(portal, &view.api, Some(&granted.access_token)).await?;
    let Target::Sandbox(sandbox) = passage.target else {
        return Err(TryError::NoSandbox);
    };
    let transaction = portal.new_id();
    let body = case.body.as_ref().map(Value::to_string).unwrap_or_default();
    let answer = sandbox.answer(&call(scope, operation, case, &body, transaction));
    let elapsed = began.elapsed();
    let path = path(case);
    portal.meter.record(CallRecord {
        id: transaction,
        application,
        kind: passage.caller.kind,
        at: portal.now(),
        method: operation.method.clone(),
        path: format!("{}{path}", view.api.base_path),
        status: answer.status,
        code: answer.code.clone(),
        field: answer.field.clone(),
        elapsed,
    });
    let url = format!("{}{}", view.api.base_path, case.path_and_query);
    Ok(Trial {
        transaction,
        public_key: client.client.public_key.clone(),
        token,
        call: CallStep {
            method: operation.method.clone(),
            url: format!("{}{url}", portal.settings.public_url),
            body: case.body.clone(),
            elapsed,
        },
        answer,
        kind: passage.caller.kind,
        quota: passage.quota,
    })
}

fn find<'a>(
    operations: &'a [Operation],
    operation: &str,
    case: &str,
) -> Result<(&'a Operation, &'a Case), TryError> {
    let mut operations = operations.iter();
    let operation = operations.find(|it| it.id == operation);
    let operation = operation.ok_or(TryError::NotFound)?;
    let case = operation.cases.iter().find(|it| it.id == case);
    Ok((operation, case.ok_or(TryError::NotFound)?))
}

/// Who calls: an application on Trial itself, any other by its sandbox credential.
async fn client(scope: &Scope, view: &ApplicationView) -> Result<Authenticated, TryError> {
    let key = match (view.state, view.plan) {
        (State::Approved, Plan::Trial) => view.public_key.clone(),
        (State::Approved | State::Pending, _) => sandbox_key(scope, view.id).await?,
        (state, _) => return Err(TryError::Inactive(state)),
    };
    let key = key.ok_or(TryError::NoKeys)?;
    let client = scope.portal.oauth.client(&scope.portal, &key).await?;
    let client: Arc<_> = client.ok_or(TryError::NoKeys)?;
    let secret = client.newest_secret(scope.now());
    let secret = secret.ok_or(TryError::NoKeys)?;
    Ok(Authenticated { client, secret })
}

async fn sandbox_key(
    scope: &Scope,
    application: ApplicationId,
) -> Result<Option<PublicKey>, DbErr> {
    let found = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::ApplicationId.eq(application))
        .one(scope.portal.db.reader())
        .await?;
    Ok(found.map(|credential| credential.public_key))
}

fn redacted(mut granted: oauth::TokenAnswer) -> Result<String, GrantError> {
    "…".clone_into(&mut granted.access_token);
    serde_json::to_string(&granted).map_err(|error| GrantError::Sign(error.to_string()))
}

/// What an operation is called with to get a case's answer.
fn call<'a>(
    scope: &'a Scope,
    operation: &'a Operation,
    case: &'a Case,
    body: &'a str,
    transaction: TransactionId,
) -> Call<'a> {
    let query = case.path_and_query.split_once('?').map(|(_, query)| query);
    Call {
        method: &operation.method,
        path: path(case),
        query,
        body: body.as_bytes(),
        transaction,
        now: scope.now(),
        public_url: &scope.portal.settings.public_url,
    }
}

fn path(case: &Case) -> &str {
    let path = case.path_and_query.split('?').next();
    path.unwrap_or_default()
}
