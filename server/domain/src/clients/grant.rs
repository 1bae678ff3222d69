//! Gives tokens to clients: the same for every door at which they are asked for.

use std::time::Duration;

use sea_orm::DbErr;
use serde::{Deserialize, Serialize};

use super::{
    AuthenticatedClient, ClientKeys, ClientKind, ClientState, GrantType, authenticate,
    check::allows, code::redeem, family::NewFamily, issue::NewToken, refresh::refresh, resource,
    token_writer::TokenWriter,
};
use crate::{
    Scope,
    accounts::{Passwords, ProvenPassword, SignInError, prove_password},
    entities::oauth_client,
    oauth::{self, AuthenticateError, Authority, GrantError, KeyError},
    security::Incidents,
    store::Vault,
};

/// What gives tokens.
#[derive(Clone, Copy)]
pub struct TokenDoor<'a> {
    pub authority: &'a Authority,
    pub passwords: &'a Passwords,
    pub incidents: &'a Incidents,
    pub vault: &'a Vault,
    pub writer: &'a TokenWriter,
}

/// What a token is asked for with.
#[derive(Clone, Copy)]
pub enum Grant<'a> {
    ClientCredentials,
    Password {
        username: &'a str,
        password: &'a str,
    },
    RefreshToken(&'a str),
    AuthorizationCode(CodeProof<'a>),
}

/// A code, and what only its program knows.
#[derive(Clone, Copy)]
pub struct CodeProof<'a> {
    pub code: &'a str,
    /// Where it was sent, as the program asked.
    pub redirect_address: &'a str,
    /// What the challenge was made of (RFC 7636 §4.5).
    pub verifier: &'a str,
}

/// What a token is to open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Separated by blanks; all of the client's, or of what was agreed to, where nothing is said.
    pub scopes: Option<&'a str>,
    /// What it is for (RFC 8707); the portal where nothing is said.
    pub resources: &'a [&'a str],
}

/// The answer, with the members that programs made for the CRM know; those that people let act for
/// them are told the scope as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenAnswer {
    pub token_type: String,
    /// Seconds.
    pub expires_in: i64,
    pub access_token: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// What was agreed to, which may be less than what was asked for (RFC 6749 §5.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}

impl TokenAnswer {
    /// The answer, which tells the scope where a consent began its family.
    pub(super) fn telling_scope(mut self, began: GrantType, scopes: &str) -> Self {
        let is_told = began == GrantType::AuthorizationCode;
        self.scope = is_told.then(|| scopes.to_owned());
        self
    }
}

/// Why there is no token, one variant for each answer.
#[derive(Debug, thiserror::Error)]
pub enum TokenRefusal {
    #[error(transparent)]
    Client(#[from] AuthenticateError),
    #[error("a second administrator has yet to approve the client")]
    Pending,
    #[error("the client may not ask from this address")]
    Network,
    /// The client is of the other kind, or registered itself without this grant.
    #[error("the client may not use this grant")]
    OtherKind,
    /// A client without a secret has no credentials to give a token for (RFC 6749 §4.4).
    #[error("the client is not confidential")]
    NotConfidential,
    #[error("the client does not have the scope")]
    Scope,
    /// The portal guards no such resource, or the token is for another one (RFC 8707 §2).
    #[error("no such resource")]
    Resource,
    /// The code is unknown, expired, of another client or sent to another address.
    #[error("the code is not good")]
    Code,
    /// It was used before: what its first use began has ended (RFC 6749 §4.1.2).
    #[error("the code was used before")]
    CodeReused,
    /// The challenge was made of something else.
    #[error("the verifier is another")]
    Verifier,
    /// Address and password do not belong together.
    #[error("wrong address or password")]
    WrongPassword,
    /// The account asks for a second factor, which this grant has no place for.
    #[error("the account has a second factor")]
    SecondFactor,
    #[error("too many wrong passwords")]
    PasswordThrottled { retry_after: Duration },
    /// More passwords wait than can be hashed in time.
    #[error("too many passwords are being hashed")]
    Overloaded,
    /// The refresh token is unknown, expired, of another client or of an ended family.
    #[error("the refresh token is not good")]
    Refresh,
    /// It was used before: whoever has it beside the client could have used it, so its family has
    /// ended (RFC 9700 §4.14.2).
    #[error("the refresh token was used before")]
    Reused,
    #[error("the token cannot be signed: {0}")]
    Sign(GrantError),
    #[error(transparent)]
    Fault(#[from] KeyError),
}

impl From<DbErr> for TokenRefusal {
    fn from(error: DbErr) -> Self {
        Self::Fault(error.into())
    }
}

impl From<GrantError> for TokenRefusal {
    fn from(error: GrantError) -> Self {
        Self::Sign(error)
    }
}

impl From<SignInError> for TokenRefusal {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Credentials => Self::WrongPassword,
            SignInError::Throttled { retry_after } => Self::PasswordThrottled { retry_after },
            SignInError::Overloaded(_) => Self::Overloaded,
            SignInError::Database(error) => error.into(),
        }
    }
}

/// Gives a token to the client with these keys.
///
/// # Errors
/// As [`TokenRefusal`] tells.
pub async fn grant(
    scope: &Scope,
    door: TokenDoor<'_>,
    keys: &ClientKeys,
    grant: Grant<'_>,
    asked: Asked<'_>,
) -> Result<TokenAnswer, TokenRefusal> {
    let client = authenticate(scope, door.authority, door.incidents, keys).await?;
    let AuthenticatedClient(client) = &client;
    if client.state == ClientState::Pending {
        return Err(TokenRefusal::Pending);
    }
    if !allows(&client.networks, scope.origin.address) {
        return Err(TokenRefusal::Network);
    }
    // What the portal does not guard is refused before anything else is looked at.
    let own = resource(&scope.portal.settings);
    let resource = resource::narrowed(&scope.portal, own, asked.resources.iter().copied())?;
    match grant {
        Grant::ClientCredentials => own_token(scope, door, client, asked.scopes, resource).await,
        Grant::Password { username, password } => {
            require_kind(client, ClientKind::Password)?;
            let scopes = granted(&client.scopes, asked.scopes)?;
            let proven = prove_password(scope, door.passwords, username, password).await?;
            if proven.needs_factor() {
                return proven.settle(scope, Err(TokenRefusal::SecondFactor)).await;
            }
            let begun = begin_family(scope, door, client, &proven, (&scopes, resource)).await;
            proven.settle(scope, begun).await
        }
        Grant::RefreshToken(_) if client.kind == ClientKind::Credentials || !client.renews => {
            Err(TokenRefusal::OtherKind)
        }
        Grant::RefreshToken(token) => refresh(scope, door, client, token, asked).await,
        Grant::AuthorizationCode(proof) => {
            require_kind(client, ClientKind::Authorization)?;
            redeem(scope, door, client, proof, asked.resources).await
        }
    }
}

async fn own_token(
    scope: &Scope,
    door: TokenDoor<'_>,
    client: &oauth_client::Model,
    asked: Option<&str>,
    resource: String,
) -> Result<TokenAnswer, TokenRefusal> {
    require_kind(client, ClientKind::Credentials)?;
    if !client.is_confidential {
        return Err(TokenRefusal::NotConfidential);
    }
    let account = client.account_id.ok_or(TokenRefusal::OtherKind)?;
    let scopes = granted(&client.scopes, asked)?;
    let new = NewToken::of(
        scope,
        client,
        account,
        GrantType::ClientCredentials,
        &scopes,
    )
    .for_resource(resource);
    let signer = oauth::signer(&scope.portal, door.authority).await?;
    let answer = new.sign(&signer, None)?;
    door.writer.write(&scope.portal, new.into_row()).await?;
    Ok(answer)
}

/// Begins a family with its first tokens, unless the password was changed since it was checked.
async fn begin_family(
    scope: &Scope,
    door: TokenDoor<'_>,
    client: &oauth_client::Model,
    proven: &ProvenPassword,
    (scopes, resource): (&str, String),
) -> Result<TokenAnswer, TokenRefusal> {
    let family = NewFamily {
        client,
        account: proven.account(),
        mark: proven.mark(),
        grant: GrantType::Password,
        scopes,
        audience: resource.clone(),
        resource,
        ends_at: None,
    };
    let signer = oauth::signer(&scope.portal, door.authority).await?;
    let first = family.sign(scope, &signer)?;
    let transaction = scope.portal.db.begin().await?;
    if !proven.record(scope, &transaction).await? {
        return Err(TokenRefusal::WrongPassword);
    }
    let answer = first.write(&transaction, scope).await?;
    transaction.commit().await?;
    Ok(answer)
}

fn require_kind(client: &oauth_client::Model, kind: ClientKind) -> Result<(), TokenRefusal> {
    if client.kind == kind {
        Ok(())
    } else {
        Err(TokenRefusal::OtherKind)
    }
}

/// The scopes of a token, all of them among `own`.
pub(super) fn granted(own: &str, asked: Option<&str>) -> Result<String, TokenRefusal> {
    let Some(asked) = asked else {
        return Ok(own.to_owned());
    };
    let asked: Vec<_> = asked.split(' ').filter(|word| !word.is_empty()).collect();
    let is_own = |scope: &&str| own.split(' ').any(|it| it == *scope);
    if asked.is_empty() || !asked.iter().all(is_own) {
        return Err(TokenRefusal::Scope);
    }
    Ok(asked.join(" "))
}
