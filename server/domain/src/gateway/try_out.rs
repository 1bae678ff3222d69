//! Tries an API from the portal: gets a token and makes a call, as a program would.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{CallAnswer, CallContext, Forwarder, OutgoingCall, Refusal, attempt::Attempt};
use crate::{
    Error, Forbidden, Scope, Services,
    catalogue::Plan,
    credentials::{self, PublicKey},
    from_common,
    groups::GroupRight,
    ids::{ApplicationId, TransactionId},
    oauth::{self, AuthenticatedClient, GrantError, KeyError},
    requests::{self, RequestView, Status},
    sandbox::{Case, Operation},
    usage::{CallKind, QuotaState},
};

/// Who is to answer a call from a page.
#[derive(Clone, Copy)]
pub enum TryMode<'a> {
    /// The sandbox: for Trial with the application's own keys, else with its test keys.
    Sandbox,
    /// The real API of an application on Pay Per Use, which is billed like any other call.
    Live(&'a dyn Forwarder),
}

/// The call and its answer. It holds neither a secret nor a token.
#[derive(Clone, Debug)]
pub struct TryOut {
    pub transaction: TransactionId,
    pub public_key: PublicKey,
    pub token: TokenStep,
    pub call: CallStep,
    pub answer: CallAnswer,
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
    pub sent: OutgoingCall,
    /// The path of the call with the API's base path, and its query.
    pub path_and_query: String,
    pub elapsed: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum TryError {
    /// The application may not call in this state.
    #[error("the application is {0}")]
    Inactive(Status),
    #[error("the API has no sandbox")]
    NoSandbox,
    /// The API is over: no calls of programs are answered either.
    #[error("the API answers no calls")]
    Closed,
    /// The application has no active key.
    #[error("the application has no key that is good now")]
    NoKeys,
    /// The asker must give the password again before a call that is billed.
    #[error("not confirmed")]
    Unconfirmed,
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
/// [`Error::Forbidden`] for those in the group who may not use its keys,
/// [`TryError::NoSandbox`] when the API has no sandbox, [`TryError::Closed`] when it is over,
/// [`TryError::Inactive`] and [`TryError::NoKeys`] when the application cannot call,
/// [`TryError::Refused`] when the call is not admitted.
pub async fn try_sandbox(
    scope: &Scope,
    services: &Services,
    application: ApplicationId,
    operation: &str,
    case: &str,
) -> Result<TryOut, TryError> {
    let view = requests::find_application(scope, &services.catalogue, application).await?;
    let view = view.ok_or(Error::NotFound("no such application"))?;
    require_keys(&view)?;
    try_application(scope, services, &view, operation, case).await
}

/// A call from a page is made with the application's keys.
fn require_keys(view: &RequestView) -> Result<(), Forbidden> {
    let may = view.may(GroupRight::UseKeys);
    may.then_some(()).ok_or(Forbidden)
}

/// Gets a token for an approved application of the asker's groups, and makes any call of its API.
/// The call counts and is recorded like any other, also when it is refused; the audit trail has who
/// made one that is billed.
///
/// # Errors
/// As [`try_sandbox`]; [`TryError::Unconfirmed`] for a call that is billed until the asker gives the
/// password again, [`Error::NotFound`] for one of an application on another plan.
pub async fn try_call(
    scope: &Scope,
    services: &Services,
    application: ApplicationId,
    mode: TryMode<'_>,
    call: OutgoingCall,
) -> Result<TryOut, TryError> {
    const UNKNOWN: Error = Error::NotFound("no such application");
    let view = requests::find_application(scope, &services.catalogue, application).await?;
    let view = view.ok_or(UNKNOWN)?;
    require_keys(&view)?;
    if view.status != Status::Approved {
        return Err(TryError::Inactive(view.status));
    }
    if matches!(mode, TryMode::Live(_)) && view.plan != Plan::PayPerUse {
        return Err(UNKNOWN.into());
    }
    attempt(scope, services, &view, mode, call).await
}

/// Tries an application that was read before, and may have changed since.
pub(super) async fn try_application(
    scope: &Scope,
    services: &Services,
    view: &RequestView,
    operation: &str,
    case: &str,
) -> Result<TryOut, TryError> {
    let sandbox = view.api.sandbox.clone().ok_or(TryError::NoSandbox)?;
    let (operation, case) = find(sandbox.operations(), operation, case)?;
    let call = OutgoingCall::of_case(operation, case);
    attempt(scope, services, view, TryMode::Sandbox, call).await
}

async fn attempt(
    scope: &Scope,
    services: &Services,
    view: &RequestView,
    mode: TryMode<'_>,
    call: OutgoingCall,
) -> Result<TryOut, TryError> {
    let portal = &scope.portal;
    match mode {
        _ if !view.api.is_open() => return Err(TryError::Closed),
        TryMode::Sandbox if view.api.sandbox.is_none() => return Err(TryError::NoSandbox),
        TryMode::Live(_) if !scope.is_confirmed() => return Err(TryError::Unconfirmed),
        TryMode::Sandbox | TryMode::Live(_) => {}
    }
    let client = client(scope, services, view, mode).await?;

    let began = Instant::now();
    let granted = oauth::grant_unrecorded(portal, services.issuer(), &client, None).await?;
    let token = TokenStep {
        elapsed: began.elapsed(),
        body: redacted(granted.clone())?,
    };

    let (path, _) = call.path_and_query();
    let attempt = Attempt {
        scope,
        services,
        api: &view.api,
        mode,
        context: CallContext {
            began: Instant::now(),
            transaction: portal.new_id(),
            method: call.method.clone(),
            path: format!("{}{path}", view.api.base_path),
        },
        call,
    };
    let (admitted, answer) = attempt.run(&granted.access_token).await?;
    Ok(TryOut {
        transaction: attempt.context.transaction,
        public_key: client.client.public_key.clone(),
        token,
        call: attempt.step(),
        answer,
        kind: admitted.caller.kind,
        quota: admitted.quota,
    })
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

/// The client: an application on Trial itself, and one whose calls are billed. For the sandbox, any
/// other one by its sandbox credential.
async fn client(
    scope: &Scope,
    services: &Services,
    view: &RequestView,
    mode: TryMode<'_>,
) -> Result<AuthenticatedClient, TryError> {
    let id = view.application_id;
    let key = match (view.status, view.plan, mode) {
        (Status::Approved, Plan::Trial, _) | (Status::Approved, _, TryMode::Live(_)) => {
            credentials::public_keys(scope.portal.db.reader(), &[id])
                .await?
                .remove(&id)
        }
        (Status::Approved | Status::Pending | Status::AwaitingApplicant, _, TryMode::Sandbox) => {
            Some(credentials::ensure_sandbox_key(scope, &services.vault, id).await?)
        }
        (status, ..) => return Err(TryError::Inactive(status)),
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
