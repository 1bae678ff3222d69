//! Letting a call pass: token, API, quota, and who is to answer it.

use std::sync::Arc;

use sea_orm::DbErr;

use crate::{
    Portal,
    catalogue::{Api, Plan},
    oauth::{self, Client, ClientKind, KeyError, TokenError},
    sandbox::Sandbox,
    usage::{Admission, CallKind, QuotaState, Terms},
};

/// A client that showed a good token for an API.
#[derive(Clone, Debug)]
pub struct Caller {
    pub client: Arc<Client>,
    pub kind: CallKind,
}

/// A call that may pass.
#[derive(Clone, Debug)]
pub struct Passage {
    pub caller: Caller,
    /// How the quota stands after it; none where there is no limit.
    pub quota: Option<QuotaState>,
    pub target: Target,
}

/// Who answers.
#[derive(Clone, Debug)]
pub enum Target {
    /// Answers made here.
    Sandbox(Arc<Sandbox>),
    /// The address that calls are forwarded to.
    Upstream(String),
}

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("no access token came with the call")]
    NoToken,
    #[error(transparent)]
    Token(TokenError),
    /// The token is for another API.
    #[error("the application has no access to this API")]
    OtherApi(Caller),
    #[error("the calls of the plan are used up")]
    Exhausted(Caller, QuotaState),
    #[error("the days of the plan are over")]
    Ended(Caller, QuotaState),
    /// The API has no sandbox, or nowhere to forward calls to.
    #[error("nobody answers calls of this plan")]
    NobodyAnswers(Caller),
    #[error("the quota cannot be read: {0}")]
    Fault(#[from] DbErr),
}

impl Refusal {
    /// Whose call it was, as far as that is known.
    #[must_use]
    pub const fn caller(&self) -> Option<&Caller> {
        match self {
            Self::NoToken | Self::Token(_) | Self::Fault(_) => None,
            Self::OtherApi(caller)
            | Self::Exhausted(caller, _)
            | Self::Ended(caller, _)
            | Self::NobodyAnswers(caller) => Some(caller),
        }
    }
}

impl From<TokenError> for Refusal {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Fault(KeyError::Database(error)) => Self::Fault(error),
            error => Self::Token(error),
        }
    }
}

/// Lets a call of an API pass, or says why not. Who passes has spent one call.
///
/// # Errors
/// See [`Refusal`].
pub async fn admit(portal: &Portal, api: &Api, token: Option<&str>) -> Result<Passage, Refusal> {
    let caller = identify(portal, api, token).await?;
    let target = target(api, &caller)?;
    let quota = spend(portal, api, &caller).await?;
    Ok(Passage {
        caller,
        quota,
        target,
    })
}

/// Who calls, by a token that is for this API.
///
/// # Errors
/// See [`Refusal`].
pub async fn identify(portal: &Portal, api: &Api, token: Option<&str>) -> Result<Caller, Refusal> {
    let access = oauth::access(portal, token.ok_or(Refusal::NoToken)?).await?;
    let client = access.client;
    let caller = Caller {
        kind: kind(&client),
        client,
    };
    // RFC 9068 §4: a token for somebody else is none for us.
    if access.claims.aud == oauth::audience(portal, api) && caller.client.api == api.id {
        Ok(caller)
    } else {
        Err(Refusal::OtherApi(caller))
    }
}

fn kind(client: &Client) -> CallKind {
    match (client.kind, client.plan) {
        (ClientKind::Sandbox, _) => CallKind::Sandbox,
        (ClientKind::Application, Plan::Trial) => CallKind::Trial,
        (ClientKind::Application, Plan::PayPerUse) => CallKind::PayPerUse,
    }
}

/// Who answers a caller's calls.
///
/// # Errors
/// [`Refusal::NobodyAnswers`].
pub fn target(api: &Api, caller: &Caller) -> Result<Target, Refusal> {
    let target = match caller.kind {
        CallKind::Sandbox | CallKind::Trial => api.sandbox.clone().map(Target::Sandbox),
        CallKind::PayPerUse => api.upstream.clone().map(Target::Upstream),
    };
    target.ok_or_else(|| Refusal::NobodyAnswers(caller.clone()))
}

/// Takes one call out of the caller's quota, if it has one.
///
/// # Errors
/// See [`Refusal`].
pub async fn spend(
    portal: &Portal,
    api: &Api,
    caller: &Caller,
) -> Result<Option<QuotaState>, Refusal> {
    let Some(terms) = terms(portal, api, caller) else {
        return Ok(None);
    };
    match portal.meter.admit(portal, &terms).await? {
        Admission::Within(quota) => Ok(Some(quota)),
        Admission::Exhausted(quota) => Err(Refusal::Exhausted(caller.clone(), quota)),
        Admission::Ended(quota) => Err(Refusal::Ended(caller.clone(), quota)),
    }
}

fn terms(portal: &Portal, api: &Api, caller: &Caller) -> Option<Terms> {
    let client = &caller.client;
    match caller.kind {
        CallKind::Sandbox => {
            let credential = client.sandbox_credential()?;
            Some(Terms::of_sandbox(
                credential,
                client.application,
                portal.now(),
            ))
        }
        CallKind::Trial => {
            let offer = api.offer(Plan::Trial)?;
            Terms::of_plan(client.application, offer, client.approved_at?)
        }
        CallKind::PayPerUse => None,
    }
}
