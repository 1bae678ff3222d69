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
    // A key of another form is none of this portal, and must not fill any memory.
    let Some(key) = PublicKey::parse(&keys.public_key) else {
        refused(
            portal,
            incidents,
            &keys.public_key,
            address,
            Incident::ClientRefused,
        );
        return Err(AuthenticateError::Invalid);
    };
    let found = Box::pin(find(portal, authority, &key, &keys.secret_key));
    guard(portal, authority, incidents, (key.as_str(), address), found).await
}

/// Looks for somebody by the name and the secret that came from an address, unless too many secrets
/// were wrong before. The name is of a form that this portal gives.
///
/// # Errors
/// [`AuthenticateError::Invalid`] when nothing is found, and as [`authenticate`].
pub(crate) async fn guard<T>(
    portal: &Portal,
    authority: &Authority,
    incidents: &Incidents,
    (name, address): (&str, IpAddr),
    find: impl Future<Output = Result<Option<T>, KeyError>>,
) -> Result<T, AuthenticateError> {
    let found = look(portal, authority, (name, address), find).await;
    let incident = match &found {
        Err(AuthenticateError::Invalid) => Incident::ClientRefused,
        Err(AuthenticateError::Throttled { .. }) => {
            counter!("balcao_throttled_total", "kind" => "client").increment(1);
            Incident::Throttled
        }
        Ok(_) | Err(AuthenticateError::Fault(_)) => return found,
    };
    refused(portal, incidents, name, address, incident);
    found
}

fn refused(
    portal: &Portal,
    incidents: &Incidents,
    name: &str,
    address: IpAddr,
    incident: Incident,
) {
    let whom = IncidentSubject::client(name);
    incidents.record_from(address, portal.now(), incident, whom);
}

async fn look<T>(
    portal: &Portal,
    authority: &Authority,
    (name, address): (&str, IpAddr),
    find: impl Future<Output = Result<Option<T>, KeyError>>,
) -> Result<T, AuthenticateError> {
    let guesses = &authority.guesses;
    let now = portal.now();
    if let Some(retry_after) = guesses.wait(name, address, now)
        && !guesses
            .remembers(portal, name, address)
            .await
            .map_err(KeyError::from)?
    {
        return Err(AuthenticateError::Throttled { retry_after });
    }
    if let Some(found) = find.await? {
        guesses.record_success(portal, name, address).await;
        Ok(found)
    } else {
        let wait = guesses.wait_after(name, now);
        guesses.failed(name, address, now);
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
) -> Result<Option<Caller>, KeyError> {
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
        .filter(|_| client.is_active(now))
        .map(|secret| Caller::Client(AuthenticatedClient { client, secret })))
}
