//! The small core of a portal, which every scope carries: what every change needs.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use chrono::TimeDelta;

use crate::{
    clock::{Clock, Timestamp},
    db::Db,
    ids::Id,
    random::Random,
    settings::{Settings, runtime::RuntimeSettings},
    vocabulary::CorporateMailPolicy,
};

pub struct Portal {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub settings: Settings,
    /// What administrators change while the portal runs.
    pub runtime: RuntimeSettings,
    /// Learns at once of what this instance changed.
    pub change_listener: Arc<dyn ChangeListener>,
}

/// Keeps in memory what others may change in the database.
#[async_trait]
pub trait ChangeListener: Send + Sync {
    /// Reads what was just committed, before the caller answers. When it fails, the copy in memory
    /// expires by itself half a second later.
    async fn catch_up(&self, portal: &Portal);
}

impl Portal {
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    #[must_use]
    pub fn new_id<I: Id>(&self) -> I {
        I::generate(self.now(), self.random.as_ref())
    }

    /// The policy on free mail addresses, as it is now.
    #[must_use]
    pub fn corporate_mail(&self) -> CorporateMailPolicy {
        self.runtime.current().corporate_mail(&self.settings)
    }

    /// How long the one-time link of a registration is good that is sent now.
    #[must_use]
    pub fn registration_link_lifetime(&self) -> Duration {
        self.runtime.current().registration_link(&self.settings)
    }

    /// The same of a forgotten password.
    #[must_use]
    pub fn reset_link_lifetime(&self) -> Duration {
        self.runtime.current().reset_link(&self.settings)
    }

    /// In how much working time a request is to be decided that is filed now.
    #[must_use]
    pub fn decision_target(&self) -> Duration {
        self.runtime.current().decision_target(&self.settings)
    }

    /// By when a request is to be decided that was filed at a time, as the target is now.
    #[must_use]
    pub fn decision_due(&self, filed: Timestamp) -> Timestamp {
        let target = TimeDelta::from_std(self.decision_target()).unwrap_or(TimeDelta::MAX);
        self.settings.after_working_time(filed, target)
    }
}
