//! Tries an API from the portal: gets a token and calls the sandbox, as a program would.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::{AdmittedCall, Caller, Refusal, Target, admit};
use crate::{
    Error, Scope, Services,
    catalogue::{Api, Plan},
    credentials::{self, PublicKey},
    from_common,
    ids::{ApplicationId, TransactionId},
    oauth::{self, AuthenticatedClient, GrantError, KeyError},
    requests::{self, RequestView, Status},
    sandbox::{Answer, Call, Case, ErrorFacts, Operation, Sandbox},
    usage::{CallKind, CallRecord, QuotaState},
};

/// The call and its answer. It holds neither a secret nor a token.
#[derive(Clone, Debug)]
pub struct TryOut {
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
    /// The answer of the token endpoint as one line of JSON, without the token.
    pub body: String,
}

#[derive(Clone, Debug)]
pub struct CallStep {
    pub method: String,
    pub url: String,
    /// `None` for a call without a body.
    pub body: Option<Value>,
    pub elapsed: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum TryError {
    /// The application may not call in this state.
    #[error("the application is {0}")]
    Inactive(Status),
    #[error("the API has no sandbox")]
    NoSandbox,
    /// The application has no active key.
    #[error("the application has no key that is good now")]
    NoKeys,
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Grant(#[from] GrantError),
    #[error(transparent)]
    Keys(#[from] KeyError),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(TryError);

/// Gets a token and calls the sandbox with one of its test values. The call counts and is recorded
/// like any other, also when it is refused.
///
/// # Errors
/// [`Error::NotFound`] for what the asker may not see or the API does not have,
/// [`TryError::NoSandbox`] when the API has no sandbox, [`TryError::Inactive`] and
/// [`TryError::NoKeys`] when the application cannot call, [`TryError::Refused`] when the call is
/// not admitted.
pub async fn try_sandbox(
    scope: &Scope,
    services: &Services,
    application: ApplicationId,
    operation: &str,
    case: &str,
) -> Result<TryOut, TryError> {
    let view = requests::find_application(scope, &services.catalogue, application).await?;
    let view = view.ok_or(Error::NotFound("no such application"))?;
    try_application(scope, services, &view, operation, case).await
}

/// Tries an application that was read before, and may have changed since.
pub(super) async fn try_application(
    scope: &Scope,
    services: &Services,
    view: &RequestView,
    operation: &str,
    case: &str,
) -> Result<TryOut, TryError> {
    let portal = &scope.portal;
    let sandbox = view.api.sandbox.clone().ok_or(TryError::NoSandbox)?;
    let (operation, case) = find(sandbox.operations(), operation, case)?;
    let client = client(scope, services, view).await?;

    let began = Instant::now();
    let granted = oauth::grant_unrecorded(portal, services.issuer(), &client, None).await?;
    let token = TokenStep {
        elapsed: began.elapsed(),
        body: redacted(granted.clone())?,
    };

    let attempt = Attempt {
        scope,
        services,
        api: &view.api,
        operation,
        case,
        transaction: portal.new_id(),
        began: Instant::now(),
    };
    let (admitted, answer, elapsed) = attempt.run(&granted.access_token).await?;
    Ok(TryOut {
        transaction: attempt.transaction,
        public_key: client.client.public_key.clone(),
        token,
        call: attempt.step(elapsed),
        answer,
        kind: admitted.caller.kind,
        quota: admitted.quota,
    })
}

/// A call of the sandbox, from its admission to its record.
struct Attempt<'a> {
    scope: &'a Scope,
    services: &'a Services,
    api: &'a Api,
    operation: &'a Operation,
    case: &'a Case,
    transaction: TransactionId,
    began: Instant,
}

impl Attempt<'_> {
    async fn run(&self, token: &str) -> Result<(AdmittedCall, Answer, Duration), TryError> {
        let admitted = admit(self.services, self.api, Some(token)).await;
        let (admitted, sandbox) = match admitted.and_then(to_sandbox) {
            Ok(admitted) => admitted,
            Err(refused) => {
                self.record_refused(&refused);
                return Err(refused.into());
            }
        };
        let body = self.case.body.as_ref().map(Value::to_string);
        let headers = self.case.headers.iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = sandbox.answer(&self.call(&headers, &body.unwrap_or_default()));
        let elapsed = self.began.elapsed();
        self.record(&admitted.caller, &answer, elapsed);
        Ok((admitted, answer, elapsed))
    }

    /// The call that gets the answer of the test value.
    fn call<'a>(&'a self, headers: &'a [(&'a str, &'a str)], body: &'a str) -> Call<'a> {
        let (path, query) = self.path_and_query();
        Call {
            method: &self.operation.method,
            path,
            query,
            headers,
            body: body.as_bytes(),
            transaction: self.transaction.0,
            now: self.scope.now(),
            public_url: self.public_url(),
        }
    }

    /// Records a refused call with the answer that a program would get.
    fn record_refused(&self, refused: &Refusal) {
        if let (Some(caller), Some(sandbox)) = (refused.caller(), &self.api.sandbox) {
            let answer = sandbox.error(&ErrorFacts {
                status: refused.status(),
                transaction: self.transaction.0,
                detail: None,
                public_url: self.public_url(),
            });
            self.record(caller, &answer, self.began.elapsed());
        }
    }

    fn record(&self, caller: &Caller, answer: &Answer, elapsed: Duration) {
        let (path, _) = self.path_and_query();
        self.services.meter.record(CallRecord {
            id: self.transaction,
            application: caller.client.application,
            kind: caller.kind,
            at: self.scope.now(),
            method: self.operation.method.clone(),
            path: format!("{}{path}", self.api.base_path),
            status: answer.status,
            code: answer.code.clone(),
            field: answer.field.clone(),
            elapsed,
        });
    }

    fn step(&self, elapsed: Duration) -> CallStep {
        let (base, rest) = (&self.api.base_path, &self.case.path_and_query);
        CallStep {
            method: self.operation.method.clone(),
            url: format!("{}{base}{rest}", self.public_url()),
            body: self.case.body.clone(),
            elapsed,
        }
    }

    fn path_and_query(&self) -> (&str, Option<&str>) {
        let whole = self.case.path_and_query.as_str();
        let parts = whole.split_once('?');
        parts.map_or((whole, None), |(path, query)| (path, Some(query)))
    }

    fn public_url(&self) -> &str {
        &self.scope.portal.settings.public_url
    }
}

/// The sandbox that a call was admitted to. A page forwards no calls: when the plan became Pay Per
/// Use after the application was read, nobody answers.
fn to_sandbox(admitted: AdmittedCall) -> Result<(AdmittedCall, Arc<Sandbox>), Refusal> {
    match &admitted.target {
        Target::Sandbox(sandbox) => {
            let sandbox = Arc::clone(sandbox);
            Ok((admitted, sandbox))
        }
        Target::Upstream(_) => Err(Refusal::NobodyAnswers(admitted.caller)),
    }
}

fn find<'a>(
    operations: &'a [Operation],
    operation: &str,
    case: &str,
) -> Result<(&'a Operation, &'a Case), TryError> {
    let mut operations = operations.iter();
    let operation = operations.find(|it| it.id == operation);
    let operation = operation.ok_or(Error::NotFound("no such operation"))?;
    let case = operation.cases.iter().find(|it| it.id == case);
    Ok((operation, case.ok_or(Error::NotFound("no such case"))?))
}

/// The client: an application on Trial itself, any other one by its sandbox credential.
async fn client(
    scope: &Scope,
    services: &Services,
    view: &RequestView,
) -> Result<AuthenticatedClient, TryError> {
    let id = view.application_id;
    let key = match (view.status, view.plan) {
        (Status::Approved, Plan::Trial) => {
            credentials::public_keys(scope.portal.db.reader(), &[id])
                .await?
                .remove(&id)
        }
        (Status::Approved | Status::Pending, _) => {
            Some(credentials::ensure_sandbox_key(scope, &services.vault, id).await?)
        }
        (status, _) => return Err(TryError::Inactive(status)),
    };
    let key = key.ok_or(TryError::NoKeys)?;
    let client = services.authority.client(&scope.portal, &key).await?;
    let client: Arc<_> = client.ok_or(TryError::NoKeys)?;
    let secret = client.newest_secret(scope.now());
    let secret = secret.ok_or(TryError::NoKeys)?;
    Ok(AuthenticatedClient { client, secret })
}

fn redacted(mut granted: oauth::TokenAnswer) -> Result<String, GrantError> {
    "…".clone_into(&mut granted.access_token);
    serde_json::to_string(&granted).map_err(|error| GrantError::Sign(error.to_string()))
}
