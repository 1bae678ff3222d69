//! Authenticates callers by public and secret key.

use std::{net::IpAddr, sync::Arc, time::Duration};

use metrics::counter;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{Authority, Client, KeyError, resource_server::ActiveResourceServer};
use crate::{
    Portal,
    credentials::PublicKey,
    ids::SecretId,
    security::{Incident, IncidentSubject, Incidents},
};

/// The two keys of a request, from wherever they were read.
pub struct ClientSecret {
    pub public_key: String,
    pub secret_key: String,
}

/// An authenticated client, and the secret that it used.
#[derive(Clone, Debug)]
pub struct AuthenticatedClient {
    pub client: Arc<Client>,
    pub secret: SecretId,
}

/// A caller that may ask about tokens.
#[derive(Clone, Debug)]
pub enum Caller {
    Client(AuthenticatedClient),
    /// A gateway of the portal's owner before an API.
    ResourceServer(Arc<ActiveResourceServer>),
}

#[derive(Debug, thiserror::Error)]
pub enum AuthenticateError {
    /// The key is unknown, suspended or revoked, or the secret is wrong; the error does not tell
    /// which.
    #[error("no such client")]
    Invalid,
    #[error("too many wrong secrets")]
    Throttled { retry_after: Duration },
    #[error(transparent)]
    Fault(#[from] KeyError),
}

/// Authenticates a caller from `address`.
///
/// # Errors
/// [`AuthenticateError::Invalid`] for an unknown key, a wrong secret or a client that may not call,
/// [`AuthenticateError::Throttled`] after too many wrong secrets, [`AuthenticateError::Fault`] when
/// the client cannot be looked up.
pub async fn authenticate(
    portal: &Portal,
    authority: &Authority,
    incidents: &Incidents,
    keys: &ClientSecret,
    address: IpAddr,
) -> Result<Caller, AuthenticateError> {
    let found = look(portal, authority, keys, address).await;
    let incident = match &found {
        Err(AuthenticateError::Invalid) => Incident::ClientRefused,
        Err(AuthenticateError::Throttled { .. }) => {
            counter!("balcao_throttled_total", "kind" => "client").increment(1);
            Incident::Throttled
        }
        Ok(_) | Err(AuthenticateError::Fault(_)) => return found,
    };
    let (whom, now) = (IncidentSubject::client(&keys.public_key), portal.now());
    incidents.record_from(address, now, incident, whom);
    found
}

async fn look(
    portal: &Portal,
    authority: &Authority,
    keys: &ClientSecret,
    address: IpAddr,
) -> Result<Caller, AuthenticateError> {
    // A key of another form is none of this portal, and must not fill any memory.
    let key = PublicKey::parse(&keys.public_key).ok_or(AuthenticateError::Invalid)?;
    let guesses = &authority.guesses;
    let now = portal.now();
    if let Some(retry_after) = guesses.wait(&key, address, now)
        && !guesses
            .remembers(portal, &key, address)
            .await
            .map_err(KeyError::from)?
    {
        return Err(AuthenticateError::Throttled { retry_after });
    }
    if let Some(caller) = find(portal, authority, &key, &keys.secret_key).await? {
        guesses.record_success(portal, &key, address).await;
        Ok(caller)
    } else {
        let wait = guesses.wait_after(&key, now);
        guesses.failed(&key, address, now);
        Err(wait.map_or(AuthenticateError::Invalid, |retry_after| {
            AuthenticateError::Throttled { retry_after }
        }))
    }
}

async fn find(
    portal: &Portal,
    authority: &Authority,
    key: &PublicKey,
    secret: &str,
) -> Result<Option<Caller>, AuthenticateError> {
    let hash = Sha256::digest(secret);
    if let Some(server) = authority.server(portal, key).await? {
        let is_its = bool::from(server.hash.ct_eq(&hash));
        return Ok(is_its.then_some(Caller::ResourceServer(server)));
    }
    let Some(client) = authority.client(portal, key).await? else {
        return Ok(None);
    };
    let now = portal.now();
    let proven = client
        .secrets
        .iter()
        .filter(|secret| secret.is_active(now))
        .find(|secret| secret.hash.ct_eq(&hash).into())
        .map(|secret| secret.id);
    Ok(proven
        .filter(|_| client.is_active())
        .map(|secret| Caller::Client(AuthenticatedClient { client, secret })))
}
