//! What a program asks a person for by the address of the page on which they let it act for them
//! (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 8707 §2).

use chrono::TimeDelta;
use sea_orm::EntityTrait;

use super::{
    ClientKind, ClientState, PortalScope, access, pkce, redirect,
    resource::{self, UnknownResource},
};
use crate::{
    Error, Scope, catalogue::Snapshot, clock::Timestamp, entities::oauth_client, from_common,
    ids::ClientId, token::Token,
};

/// Parameters as they were sent. An empty one counts as missing (RFC 6749 §3.1).
#[derive(Clone, Debug)]
pub struct AuthorizationParameters(pub Vec<(String, String)>);

impl AuthorizationParameters {
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let own = self.0.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| &**value).filter(|it| !it.is_empty())
    }

    fn get<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// The value of a parameter that is there once.
    fn only<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.get(name).filter(|_| self.all(name).count() == 1)
    }

    /// Whether one is there twice that may be there once; there may be several resources.
    fn has_repeated(&self) -> bool {
        let single = self.0.iter().filter(|(name, _)| name != "resource");
        let mut names: Vec<_> = single.map(|(name, _)| name).collect();
        names.sort_unstable();
        names.windows(2).any(|two| two[0] == two[1])
    }
}

/// A request that a person may agree to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationRequest {
    pub client: ClientId,
    pub client_name: String,
    pub answer: AnswerAddress,
    /// The names of the APIs that the program may call.
    pub scopes: Vec<String>,
    /// When what is agreed to ends, if that is now.
    pub until: Timestamp,
    pub(super) resource: String,
    pub(super) challenge: Vec<u8>,
}

/// Where a program is answered, by way of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerAddress {
    pub(super) address: String,
    pub(super) state: Option<String>,
    issuer: String,
}

impl AnswerAddress {
    /// The host, for people.
    #[must_use]
    pub fn host(&self) -> String {
        redirect::host(&self.address)
    }

    /// Whether it leads to a program on the machine of the browser.
    #[must_use]
    pub fn is_local(&self) -> bool {
        redirect::is_local(&self.address)
    }

    /// The address with a code (RFC 6749 §4.1.2).
    #[must_use]
    pub fn with_code(&self, code: &Token) -> String {
        self.with(&[("code", &code.expose())])
    }

    /// The address with an error (RFC 6749 §4.1.2.1).
    #[must_use]
    pub fn with_error(&self, code: &str, description: &str) -> String {
        self.with(&[("error", code), ("error_description", description)])
    }

    /// Who answers is named, so that a program of several portals does not take one for another
    /// (RFC 9207 §2).
    fn with(&self, answer: &[(&str, &str)]) -> String {
        let mut parameters = answer.to_vec();
        parameters.extend(self.state.as_deref().map(|state| ("state", state)));
        parameters.push(("iss", &self.issuer));
        redirect::with(&self.address, &parameters)
    }
}

/// Why a request is none that a person may agree to.
#[derive(Debug, thiserror::Error)]
pub enum AuthorizationError {
    /// No client has this identifier that may ask the person. Nobody is led anywhere (RFC 6749
    /// §4.1.2.1).
    #[error("no such client")]
    Client,
    /// The client may not be answered there. Nobody is led there.
    #[error("the client has no such redirect address")]
    Redirect,
    /// The program itself is told.
    #[error("the request is wrong: {1:?}")]
    Fault(Box<AnswerAddress>, AuthorizationFault),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AuthorizationError);

/// What a program is told of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorizationFault {
    Repeated,
    NoResponseType,
    /// Only codes are given.
    ResponseType,
    /// Answers are in the query of the address.
    ResponseMode,
    /// There is no challenge that is the SHA-256 of something (RFC 7636 §4.4.1).
    Challenge,
    ChallengeMethod,
    /// The client does not have the scope, or the person may not see the API.
    Scope,
    Resource,
    /// The person does not want it.
    Denied,
}

/// Reads what a program asks the reader for. `apis` is what they may see of the catalogue.
///
/// # Errors
/// As [`AuthorizationError`] tells; [`Error::Forbidden`] unless a person is signed in, so that a
/// stranger's browser is led nowhere (RFC 9700 §4.11.2).
pub async fn authorization_request(
    scope: &Scope,
    apis: &Snapshot,
    parameters: &AuthorizationParameters,
) -> Result<AuthorizationRequest, AuthorizationError> {
    scope.require_in_person()?;
    let client = client(scope, parameters).await?;
    let address = parameters
        .only("redirect_uri")
        .filter(|asked| redirect::allows(&client.redirect_addresses, asked))
        .ok_or(AuthorizationError::Redirect)?;
    let answer = AnswerAddress {
        address: address.to_owned(),
        state: parameters.only("state").map(str::to_owned),
        issuer: scope.portal.settings.public_url.clone(),
    };
    let until = scope.now() + lasts(&client);
    match asked(scope, apis, parameters, &client) {
        Ok(Asked {
            scopes,
            resource,
            challenge,
        }) => Ok(AuthorizationRequest {
            client: client.id,
            client_name: client.name,
            answer,
            scopes,
            until,
            resource,
            challenge,
        }),
        Err(fault) => Err(AuthorizationError::Fault(Box::new(answer), fault)),
    }
}

async fn client(
    scope: &Scope,
    parameters: &AuthorizationParameters,
) -> Result<oauth_client::Model, AuthorizationError> {
    let id = parameters.only("client_id");
    let id: Option<ClientId> = id.and_then(|id| id.parse().ok());
    let id = id.ok_or(AuthorizationError::Client)?;
    let found = oauth_client::Entity::find_by_id(id);
    let found = found.one(scope.portal.db.reader()).await?;
    let may_ask = |client: &oauth_client::Model| {
        client.kind == ClientKind::Authorization
            && client.state == ClientState::Active
            && client.deleted_at.is_none()
            && access::may_ask(client.bound_account_id, scope.account_id())
    };
    found.filter(may_ask).ok_or(AuthorizationError::Client)
}

/// How long what somebody agrees to lasts.
fn lasts(client: &oauth_client::Model) -> TimeDelta {
    let seconds = if client.renews {
        client.refresh_seconds
    } else {
        client.access_seconds
    };
    TimeDelta::seconds(seconds.into())
}

struct Asked {
    scopes: Vec<String>,
    resource: String,
    challenge: Vec<u8>,
}

fn asked(
    scope: &Scope,
    apis: &Snapshot,
    parameters: &AuthorizationParameters,
    client: &oauth_client::Model,
) -> Result<Asked, AuthorizationFault> {
    use AuthorizationFault as Fault;
    if parameters.has_repeated() {
        return Err(Fault::Repeated);
    }
    match parameters.get("response_type") {
        Some("code") => {}
        Some(_) => return Err(Fault::ResponseType),
        None => return Err(Fault::NoResponseType),
    }
    if parameters
        .get("response_mode")
        .is_some_and(|it| it != "query")
    {
        return Err(Fault::ResponseMode);
    }
    let challenge = parameters.get("code_challenge").and_then(pkce::challenge);
    let challenge = challenge.ok_or(Fault::Challenge)?;
    // Without a method it would be `plain` (RFC 7636 §4.3).
    if parameters.get("code_challenge_method") != Some(pkce::METHOD) {
        return Err(Fault::ChallengeMethod);
    }
    let resource = resource::named(&scope.portal, parameters.all("resource"));
    let resource = resource.map_err(|UnknownResource| Fault::Resource)?;
    let resource =
        resource.unwrap_or_else(|| resource::resource(&scope.portal.settings).to_owned());
    let scopes = scopes(apis, &client.scopes, parameters.get("scope"));
    Ok(Asked {
        scopes: scopes.ok_or(Fault::Scope)?,
        resource,
        challenge,
    })
}

/// What is asked for, all of it among the scopes of the client; without a word all of these. An API
/// that the person may not see is none that a program may call for them.
fn scopes(apis: &Snapshot, own: &str, asked: Option<&str>) -> Option<Vec<String>> {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if !words.iter().any(|it| it == word) {
                words.push(word.to_owned());
            }
        }
        words
    };
    let own = words(own);
    let mut scopes = asked.map_or_else(|| own.clone(), words);
    if !scopes.iter().all(|scope| own.contains(scope)) {
        return None;
    }
    let is_portals = |scope: &str| scope.parse::<PortalScope>().is_ok();
    scopes.retain(|scope| is_portals(scope) || apis.by_slug(scope).is_some());
    (!scopes.is_empty()).then_some(scopes)
}
