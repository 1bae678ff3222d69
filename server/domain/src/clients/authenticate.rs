//! Finds out which client calls, by its identifier and its secret.

use std::net::{IpAddr, Ipv4Addr};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::ClientState;
use crate::{
    Scope,
    entities::{client_secret, oauth_client},
    ids::ClientId,
    oauth::{self, AuthenticateError, Authority, KeyError},
    security::Incidents,
};

/// What a request says of who calls.
#[derive(Clone, Debug)]
pub struct ClientKeys {
    pub id: ClientId,
    secret: Option<SecretString>,
}

/// A client that proved who it is, as far as it has to.
#[derive(Clone, Debug)]
pub struct AuthenticatedClient(pub(super) oauth_client::Model);

impl ClientKeys {
    /// The keys of a client; `None` when the first is no identifier of one, as that of an
    /// application.
    #[must_use]
    pub fn of(id: &str, secret: Option<&str>) -> Option<Self> {
        // Identifiers have one form, so that guesses are counted under one name.
        let parsed: ClientId = id.parse().ok()?;
        (parsed.to_string() == id.to_ascii_lowercase()).then(|| Self {
            id: parsed,
            secret: secret.map(|secret| secret.to_owned().into()),
        })
    }
}

impl AuthenticatedClient {
    #[must_use]
    pub const fn id(&self) -> ClientId {
        self.0.id
    }

    /// Whether it proved who it is by a secret.
    #[must_use]
    pub const fn is_confidential(&self) -> bool {
        self.0.is_confidential
    }
}

/// Authenticates a client. One that is not confidential need not send a secret; one that it sends
/// must be right.
///
/// # Errors
/// [`AuthenticateError::Invalid`] for an unknown or disabled client, and for a wrong or missing
/// secret, [`AuthenticateError::Throttled`] after too many wrong ones,
/// [`AuthenticateError::Fault`] when the client cannot be looked up.
pub async fn authenticate(
    scope: &Scope,
    authority: &Authority,
    incidents: &Incidents,
    keys: &ClientKeys,
) -> Result<AuthenticatedClient, AuthenticateError> {
    let unknown = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let address = scope.origin.address.unwrap_or(unknown);
    let name = keys.id.to_string();
    let found = Box::pin(find(scope, keys));
    oauth::guard(&scope.portal, authority, incidents, (&name, address), found).await
}

async fn find(scope: &Scope, keys: &ClientKeys) -> Result<Option<AuthenticatedClient>, KeyError> {
    let found = oauth_client::Entity::find_by_id(keys.id)
        .find_with_related(client_secret::Entity)
        .filter(oauth_client::Column::DeletedAt.is_null())
        .filter(oauth_client::Column::State.ne(ClientState::Disabled))
        .all(scope.portal.db.reader())
        .await?;
    let Some((client, secrets)) = found.into_iter().next() else {
        return Ok(None);
    };
    let Some(secret) = &keys.secret else {
        return Ok((!client.is_confidential).then_some(AuthenticatedClient(client)));
    };
    let now = scope.now();
    let hash = Sha256::digest(secret.expose_secret());
    let is_its = secrets
        .iter()
        .filter(|secret| secret.ends_at.is_none_or(|end| end > now))
        .any(|secret| secret.hash.ct_eq(hash.as_slice()).into());
    Ok(is_its.then_some(AuthenticatedClient(client)))
}
