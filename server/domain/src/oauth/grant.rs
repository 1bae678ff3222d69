//! Grants access tokens to authenticated clients (RFC 6749 §4.4).

use chrono::TimeDelta;
use serde::Serialize;

use super::{AuthenticatedClient, Authority, Claims, Client, ClientKind, KeyError, keys::KeyRing};
use crate::{
    Portal,
    catalogue::{Api, Catalogue},
    clock::Timestamp,
    ids::{Id, SecretId, TokenId},
    usage::Meter,
};

/// The scope of a sandbox credential's tokens.
pub(crate) const SANDBOX_SCOPE: &str = "sandbox";

/// The parts that grant tokens: the signing keys, the APIs, and the counts of uses of secrets.
#[derive(Clone, Copy)]
pub struct Issuer<'a> {
    pub authority: &'a Authority,
    pub catalogue: &'a Catalogue,
    pub meter: &'a Meter,
}

/// The answer. Its order is fixed, since shell scripts of customers cut it by position.
#[derive(Clone, Debug, Serialize)]
pub struct TokenAnswer {
    refresh_token_expires_in: &'static str,
    api_product_list: String,
    api_product_list_json: [String; 1],
    organization_name: String,
    #[serde(rename = "developer.email")]
    developer_email: String,
    token_type: &'static str,
    /// Milliseconds since 1970.
    issued_at: String,
    client_id: String,
    pub access_token: String,
    application_name: String,
    scope: String,
    /// Seconds.
    pub expires_in: i64,
    refresh_count: &'static str,
    status: &'static str,
}

#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// The client does not have the requested scope.
    #[error("no such scope")]
    InvalidScope,
    #[error("the API of the application is gone")]
    NoApi,
    #[error("the contract of the application has not begun yet")]
    NotBegun,
    #[error("no key signs")]
    NoKey,
    #[error("the token cannot be signed: {0}")]
    Sign(String),
    #[error(transparent)]
    Keys(#[from] KeyError),
}

/// Grants a token that lasts for the portal's lifetime of tokens, or until its secret ends. `scope`
/// is the requested scope, if there is one.
///
/// # Errors
/// [`GrantError::InvalidScope`] for a scope that the client does not have, [`GrantError::NoApi`]
/// when its API is not in the catalogue any more, [`GrantError::NotBegun`] before the first day of its
/// contract, [`GrantError::Keys`] when no signing key can be
/// read.
pub async fn grant(
    portal: &Portal,
    issuer: Issuer<'_>,
    to: &AuthenticatedClient,
    scope: Option<&str>,
) -> Result<TokenAnswer, GrantError> {
    let answer = grant_unrecorded(portal, issuer, to, scope).await?;
    if to.client.kind == ClientKind::Application {
        issuer.meter.secret_used(to.secret, portal.now());
    }
    Ok(answer)
}

/// Grants a token to the portal itself, without recording a use of the secret.
pub(crate) async fn grant_unrecorded(
    portal: &Portal,
    issuer: Issuer<'_>,
    to: &AuthenticatedClient,
    scope: Option<&str>,
) -> Result<TokenAnswer, GrantError> {
    let now = portal.now();
    let client = &to.client;
    let api = issuer.catalogue.current().find(client.api);
    let api = api.ok_or(GrantError::NoApi)?;
    if !client.has_begun(now) {
        return Err(GrantError::NotBegun);
    }
    let own = own_scope(client, &api);
    // Test keys replace real ones, so a program may request the scope of its API with them. The
    // answer names the granted scope (RFC 6749 §3.3).
    let known = |asked| asked == own || asked == api.slug;
    if !scope.unwrap_or(own).split(' ').all(known) {
        return Err(GrantError::InvalidScope);
    }
    let claims = claims(portal, to, &api, own, now);
    let signer = signer(portal, issuer.authority).await?;
    let token = signer.sign(&claims)?;
    Ok(answer(client, &api, &claims, token, now))
}

/// The keys as they are now. To sign with them needs no further question to the database: whoever
/// holds a transaction must not wait for a second connection.
pub(crate) struct Signer {
    keys: KeyRing,
    read_at: Timestamp,
}

pub(crate) async fn signer(portal: &Portal, authority: &Authority) -> Result<Signer, KeyError> {
    let keys = authority.keys(portal).await?;
    // The first key of a portal is made just now: later than whatever asked for it.
    let read_at = portal.now();
    Ok(Signer { keys, read_at })
}

impl Signer {
    /// Signs a token by the key whose time it is.
    pub fn sign(&self, claims: &impl Serialize) -> Result<String, GrantError> {
        let key = self.keys.current(self.read_at);
        let key = key.ok_or(GrantError::NoKey)?;
        let token = key.sign(claims);
        token.map_err(|error| GrantError::Sign(error.to_string()))
    }
}

fn own_scope<'a>(client: &Client, api: &'a Api) -> &'a str {
    match client.kind {
        ClientKind::Application => &api.slug,
        ClientKind::Sandbox => SANDBOX_SCOPE,
    }
}

fn claims(
    portal: &Portal,
    to: &AuthenticatedClient,
    api: &Api,
    scope: &str,
    now: Timestamp,
) -> Claims {
    let lifetime = TimeDelta::from_std(portal.settings.lifetimes.access_token).unwrap_or_default();
    let ends = end_of(&to.client, to.secret);
    let expires_at = ends.map_or(now + lifetime, |end| end.min(now + lifetime));
    let client_id = to.client.public_key.to_string();
    Claims {
        iss: portal.settings.public_url.clone(),
        exp: expires_at.timestamp(),
        aud: audience(portal, api),
        sub: client_id.clone(),
        client_id,
        iat: now.timestamp(),
        jti: TokenId::generate(now, portal.random.as_ref()),
        scope: scope.to_owned(),
        secret_id: to.secret,
    }
}

fn end_of(client: &Client, secret: SecretId) -> Option<Timestamp> {
    let mut secrets = client.secrets.iter();
    secrets.find(|it| it.id == secret)?.expires_at
}

/// The address of an API, which is the audience of its tokens (RFC 9068 §3).
pub(crate) fn audience(portal: &Portal, api: &Api) -> String {
    format!("{}{}", portal.settings.public_url, api.base_path)
}

fn answer(
    client: &Client,
    api: &Api,
    claims: &Claims,
    access_token: String,
    now: Timestamp,
) -> TokenAnswer {
    TokenAnswer {
        refresh_token_expires_in: "0",
        api_product_list: format!("[{}]", api.slug),
        api_product_list_json: [api.slug.clone()],
        organization_name: client.organization_name.clone(),
        developer_email: client.developer_email.clone(),
        token_type: "Bearer",
        issued_at: now.timestamp_millis().to_string(),
        client_id: claims.client_id.clone(),
        access_token,
        application_name: client.application_name.clone(),
        scope: claims.scope.clone(),
        expires_in: claims.exp - claims.iat,
        refresh_count: "0",
        status: "approved",
    }
}
