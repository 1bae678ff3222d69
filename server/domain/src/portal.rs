//! Everything the domain works with, gathered once at start.

use std::sync::Arc;

use crate::{
    accounts::Turns,
    base::PasswordHasher,
    catalogue::Catalogue,
    clock::{Clock, Timestamp},
    db::Db,
    ids::Id,
    oauth::Authority,
    random::Random,
    security::Incidents,
    settings::Settings,
    store::Vault,
    usage::Meter,
};

pub struct Portal {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub passwords: PasswordHasher,
    /// What this process refused.
    pub incidents: Incidents,
    /// Who looks next whether a password can be tried.
    pub turns: Turns,
    pub vault: Vault,
    pub settings: Settings,
    /// The published catalogue, held in memory.
    pub catalogue: Catalogue,
    /// What the authorization server holds in memory.
    pub oauth: Authority,
    /// What counts the calls of the APIs.
    pub meter: Meter,
}

impl Portal {
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Hears at once of what was just changed here; without it, half a second later.
    pub async fn catch_up(&self) {
        if let Err(error) = self.oauth.catch_up(self).await {
            tracing::error!(%error, "what was changed is not in memory yet");
        }
    }

    #[must_use]
    pub fn new_id<I: Id>(&self) -> I {
        I::generate(self.now(), self.random.as_ref())
    }
}
