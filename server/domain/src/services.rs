//! Everything the domain works with, made once at start. Functions take the parts they need; only
//! modules above all subjects take it whole.

use std::{sync::Arc, time::Duration};

use tokio::time::timeout;

use crate::{
    Portal, Scope,
    accounts::Passwords,
    catalogue::Catalogue,
    clients::{ClientUses, TokenDoor, TokenWriter},
    jobs::Breaker,
    oauth::{Authority, Issuer},
    security::Incidents,
    status::Board,
    store::Vault,
    usage::Meter,
};

/// Whoever asks how the portal works does not wait for longer.
const IN_TIME: Duration = Duration::from_millis(900);

pub struct Services {
    pub portal: Arc<Portal>,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Records what this process refused.
    pub incidents: Arc<Incidents>,
    /// Seals secrets.
    pub vault: Arc<Vault>,
    /// Holds the published catalogue in memory.
    pub catalogue: Catalogue,
    /// Holds the incidents in memory.
    pub status: Board,
    /// Knows whether the mail server takes mails.
    pub breaker: Arc<Breaker>,
    /// Holds what the authorization server keeps in memory, and listens to the portal's changes.
    pub authority: Arc<Authority>,
    /// Counts the calls of the APIs and enforces quotas.
    pub meter: Meter,
    /// Writes the tokens of clients, many in one commit.
    pub token_writer: TokenWriter,
    /// Notes when tokens of clients are used.
    pub client_uses: ClientUses,
}

/// Whether that works which all of the portal depends on, as far as this instance knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether the database answers in time, and took what was last written.
    pub database: bool,
    /// Whether the mail server can be used.
    pub mail: bool,
}

impl Services {
    /// Asks the database, and reads the incidents again if they have changed.
    pub async fn health(&self) -> Health {
        let db = &self.portal.db;
        let read = timeout(IN_TIME, self.status.refresh(db)).await;
        Health {
            database: matches!(read, Ok(Ok(()))) && db.last_write().is_none(),
            mail: !self.breaker.is_open(),
        }
    }

    /// The scope of the portal itself.
    #[must_use]
    pub fn system(&self) -> Scope {
        Scope::system(Arc::clone(&self.portal))
    }

    /// The parts that give tokens to clients.
    #[must_use]
    pub fn token_door(&self) -> TokenDoor<'_> {
        TokenDoor {
            authority: &self.authority,
            passwords: &self.passwords,
            incidents: &self.incidents,
            vault: &self.vault,
            writer: &self.token_writer,
        }
    }

    /// The parts that grant access tokens.
    #[must_use]
    pub fn issuer(&self) -> Issuer<'_> {
        Issuer {
            authority: &self.authority,
            catalogue: &self.catalogue,
            meter: &self.meter,
        }
    }
}
