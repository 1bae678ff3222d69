//! Everything the domain works with, gathered once at start. Functions take what they need of it;
//! those above all subjects may take it whole.

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
    /// How passwords are made and checked.
    pub passwords: Passwords,
    /// What this process refused.
    pub incidents: Arc<Incidents>,
    /// What seals secrets.
    pub vault: Arc<Vault>,
    /// The published catalogue, held in memory.
    pub catalogue: Catalogue,
    /// What the authorization server holds in memory; it listens to the portal's changes.
    pub authority: Arc<Authority>,
    /// What counts the calls of the APIs.
    pub meter: Meter,
}

impl Services {
    /// The portal itself as the asker.
    #[must_use]
    pub fn system(&self) -> Scope {
        Scope::system(Arc::clone(&self.portal))
    }

    /// What gives access tokens.
    #[must_use]
    pub fn issuer(&self) -> Issuer<'_> {
        Issuer {
            authority: &self.authority,
            catalogue: &self.catalogue,
            meter: &self.meter,
        }
    }
}
