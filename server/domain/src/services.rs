//! Everything the domain works with, made once at start. Functions take the parts they need; only
//! modules above all subjects take it whole.

use std::sync::Arc;

use crate::{
    Portal, Scope,
    accounts::Passwords,
    catalogue::Catalogue,
    oauth::{Authority, Issuer},
    security::Incidents,
    store::Vault,
    usage::Meter,
};

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
    /// Holds what the authorization server keeps in memory, and listens to the portal's changes.
    pub authority: Arc<Authority>,
    /// Counts the calls of the APIs and enforces quotas.
    pub meter: Meter,
}

impl Services {
    /// The scope of the portal itself.
    #[must_use]
    pub fn system(&self) -> Scope {
        Scope::system(Arc::clone(&self.portal))
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
