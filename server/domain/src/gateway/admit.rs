//! Admits a call: checks its token, API and quota, and finds out who answers it.

use std::sync::Arc;

use super::client;
use crate::{
    Portal, Services,
    catalogue::{Api, Plan, PlanOffer},
    credentials::PublicKey,
    oauth::{self, Authority, Client, ClientKind, KeyError, TokenError},
    sandbox::Sandbox,
    usage::{Admission, CallKind, QuotaState, Terms},
};

/// A client with a good token for an API.
#[derive(Clone, Debug)]
pub struct Caller {
    pub client: Arc<Client>,
    pub kind: CallKind,
}

impl Caller {
    pub(super) fn new(client: Arc<Client>) -> Self {
        let kind = match (client.kind, client.plan) {
            (ClientKind::Sandbox, _) => CallKind::Sandbox,
            (ClientKind::Application, plan) => plan.into(),
        };
        Self { client, kind }
    }
}

/// An admitted call.
#[derive(Clone, Debug)]
pub struct AdmittedCall {
    pub caller: Caller,
    /// The quota after the call; `None` where there is no limit.
    pub quota: Option<QuotaState>,
    pub target: Target,
}

/// Who answers a call.
#[derive(Clone, Debug)]
pub enum Target {
    /// The sandbox of this portal.
    Sandbox(Arc<Sandbox>),
    /// The server at this address.
    Upstream(String),
}

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("no access token came with the call")]
    NoToken,
    /// The token is not good. The caller is known if the token was good once.
    #[error("{0}")]
    Token(TokenError, Option<Caller>),
    /// The token is for another API.
    #[error("the application has no access to this API")]
    OtherApi(Caller),
    #[error("the calls of the plan are used up")]
    Exhausted(Caller, QuotaState),
    #[error("the days of the plan are over")]
    Ended(Caller, QuotaState),
    /// The contract of the application has not begun yet.
    #[error("the contract has not begun yet")]
    NotBegun(Caller),
    /// The sandbox credential does not reach an API behind another gateway.
    #[error("the credential opens the sandbox alone")]
    SandboxAlone(Caller),
    /// The API has no sandbox, or no address to forward calls to.
    #[error("nobody answers calls of this plan")]
    NobodyAnswers(Caller),
    /// The token of a registered client has expired.
    #[error("the access token has expired")]
    ClientExpired,
    /// The token of a client was revoked, or its client or its password is not good any more.
    #[error("the access token was revoked")]
    ClientEnded,
    /// The token of a client is good, but not for this API: it lacks the scope, or whom the client
    /// acts for has no approved application.
    #[error("the client may not call this API")]
    NotForClient,
    /// The checks took too long.
    #[error("the database does not answer in time")]
    TooLate,
    /// The token or the quota could not be checked because of a fault of the portal.
    #[error(transparent)]
    Fault(#[from] KeyError),
}

impl Refusal {
    /// The caller, as far as it is known.
    #[must_use]
    pub const fn caller(&self) -> Option<&Caller> {
        match self {
            Self::Token(_, caller) => caller.as_ref(),
            Self::NoToken
            | Self::ClientExpired
            | Self::ClientEnded
            | Self::NotForClient
            | Self::TooLate
            | Self::Fault(_) => None,
            Self::OtherApi(caller)
            | Self::Exhausted(caller, _)
            | Self::Ended(caller, _)
            | Self::NotBegun(caller)
            | Self::SandboxAlone(caller)
            | Self::NobodyAnswers(caller) => Some(caller),
        }
    }

    /// The HTTP status code of the answer to a refused call, which is recorded, too.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::NoToken | Self::Token(..) | Self::ClientExpired | Self::ClientEnded => 401,
            Self::OtherApi(_) | Self::NotBegun(_) | Self::SandboxAlone(_) | Self::NotForClient => {
                403
            }
            Self::Exhausted(..) | Self::Ended(..) => 429,
            Self::NobodyAnswers(_) | Self::TooLate | Self::Fault(_) => 503,
        }
    }
}

/// Admits a call of an API, or returns why not. An admitted call is taken out of the quota.
///
/// # Errors
/// As [`identify`], [`target`] and [`spend`], in this order, so that a call that nobody answers
/// takes nothing out of the quota.
pub async fn admit(
    services: &Services,
    api: &Api,
    token: Option<&str>,
) -> Result<AdmittedCall, Refusal> {
    let caller = identify(services, api, token).await?;
    let target = target(api, &caller)?;
    let quota = spend(services, api, &caller).await?;
    Ok(AdmittedCall {
        caller,
        quota,
        target,
    })
}

/// The caller with a token for this API.
///
/// # Errors
/// [`Refusal::NoToken`] without a token, [`Refusal::Token`] for one that is not good,
/// [`Refusal::OtherApi`] for one of another API, what `client` refuses the token of a
/// client by, [`Refusal::Fault`] when it cannot be checked.
pub async fn identify(
    services: &Services,
    api: &Api,
    token: Option<&str>,
) -> Result<Caller, Refusal> {
    let (portal, authority) = (&services.portal, &services.authority);
    let token = token.ok_or(Refusal::NoToken)?;
    if let Some(claims) = oauth::client_claims(portal, authority, token).await? {
        return client::caller(services, api, &claims).await;
    }
    let access = match oauth::access(portal, authority, token).await {
        Ok(access) => access,
        Err(error) => return Err(not_good(portal, authority, error).await?),
    };
    let caller = Caller::new(access.client);
    // RFC 9068 §4 wants a token for another audience refused.
    if access.claims.aud == oauth::audience(portal, api) && caller.client.api == api.id {
        Ok(caller)
    } else {
        Err(Refusal::OtherApi(caller))
    }
}

/// Why a token is not good, with the caller as far as the token tells.
async fn not_good(
    portal: &Portal,
    authority: &Authority,
    error: TokenError,
) -> Result<Refusal, KeyError> {
    let client_id = match error {
        TokenError::Fault(error) => return Err(error),
        TokenError::Invalid => None,
        TokenError::Expired(ref claims) | TokenError::Revoked(ref claims) => {
            PublicKey::parse(&claims.client_id)
        }
    };
    let client = match client_id {
        Some(key) => authority.client(portal, &key).await?,
        None => None,
    };
    Ok(Refusal::Token(error, client.map(Caller::new)))
}

/// Who answers the calls of a caller.
///
/// # Errors
/// [`Refusal::NobodyAnswers`] when the API has no sandbox, or no upstream, for this plan.
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
/// [`Refusal::NotBegun`] before the contract of the application, [`Refusal::Exhausted`] when no calls
/// are left, [`Refusal::Ended`] when the plan or the key has ended, [`Refusal::Fault`] when the quota
/// cannot be read.
pub async fn spend(
    services: &Services,
    api: &Api,
    caller: &Caller,
) -> Result<Option<QuotaState>, Refusal> {
    let portal = &services.portal;
    if !caller.client.has_begun(portal.now()) {
        return Err(Refusal::NotBegun(caller.clone()));
    }
    let terms = match limit(portal, api, caller) {
        Limit::None => return Ok(None),
        Limit::Ended => return Err(Refusal::Ended(caller.clone(), QuotaState::OVER)),
        Limit::Calls(terms) => terms,
    };
    let admission = services.meter.admit(portal, &terms).await;
    match admission.map_err(KeyError::from)? {
        Admission::Within(quota) => Ok(Some(quota)),
        Admission::Exhausted(quota) => Err(Refusal::Exhausted(caller.clone(), quota)),
        Admission::Ended(quota) => Err(Refusal::Ended(caller.clone(), quota)),
    }
}

/// The limit of a caller.
enum Limit {
    None,
    Calls(Terms),
    /// It may not call any more.
    Ended,
}

fn limit(portal: &Portal, api: &Api, caller: &Caller) -> Limit {
    let (client, now) = (&caller.client, portal.now());
    match caller.kind {
        CallKind::Sandbox => client.sandbox_secret().map_or(Limit::Ended, |secret| {
            Limit::Calls(Terms::of_sandbox(secret, client.application, now))
        }),
        CallKind::Trial | CallKind::PayPerUse => {
            let Some((offer, since)) = api.offer(client.plan).zip(client.plan_since) else {
                return not_offered(client.plan);
            };
            // A quota of its own counts in the periods of the plan.
            let calls = client.quota.or(offer.calls);
            let offer = PlanOffer { calls, ..offer };
            match Terms::of_plan(client.application, offer, since, now) {
                Some(terms) => Limit::Calls(terms),
                None if offer.is_over(since, now) => Limit::Ended,
                None => Limit::None,
            }
        }
    }
}

/// What is left of a plan that the API does not offer any more: a contract goes on, tests do not.
const fn not_offered(plan: Plan) -> Limit {
    match plan {
        Plan::Trial => Limit::Ended,
        Plan::PayPerUse => Limit::None,
    }
}
