//! The small core of a portal, which every scope carries: what every change needs.

use std::sync::Arc;

use async_trait::async_trait;

use crate::{
    clock::{Clock, Timestamp},
    db::Db,
    ids::Id,
    random::Random,
    settings::Settings,
};

pub struct Portal {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub settings: Settings,
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
}
