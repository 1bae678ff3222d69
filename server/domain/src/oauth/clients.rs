//! The clients in memory: read once, and forgotten when a change is announced.

use std::{collections::HashSet, sync::Arc};

use quick_cache::sync::Cache;
use sea_orm::DbErr;

use super::{Client, client, freshness::Freshness};
use crate::{Portal, credentials::PublicKey, ids::ApplicationId};

/// Each takes about a kilobyte.
const MAX_CLIENTS: usize = 100_000;

pub struct Clients(Cache<PublicKey, Arc<Client>>);

impl Default for Clients {
    fn default() -> Self {
        Self(Cache::new(MAX_CLIENTS))
    }
}

impl Clients {
    /// The client of a public key. Unknown keys are not kept, as anybody could fill the memory with
    /// them.
    pub async fn find(
        &self,
        portal: &Portal,
        freshness: &Freshness,
        key: &PublicKey,
    ) -> Result<Option<Arc<Client>>, DbErr> {
        if let Some(client) = self.0.get(key) {
            return Ok(Some(client));
        }
        let known = freshness.known();
        let client = client::load(portal, key).await?.map(Arc::new);
        if let Some(client) = &client {
            // A change that was applied meanwhile may be about this client, which was read before
            // it.
            freshness.unless_changed_since(known, || {
                self.0.insert(key.clone(), Arc::clone(client));
            });
        }
        Ok(client)
    }

    /// Forgets the clients of these applications, in one pass over all clients.
    pub fn forget(&self, applications: &HashSet<ApplicationId>) {
        if !applications.is_empty() {
            self.0
                .retain(|_, client| !applications.contains(&client.application));
        }
    }

    pub fn forget_all(&self) {
        self.0.clear();
    }
}
