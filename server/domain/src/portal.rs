//! The small core of a portal, which every scope carries: what any change needs.

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
    /// Who is told at once of what was changed here.
    pub change_listener: Arc<dyn ChangeListener>,
}

/// Holds in memory what others may change in the database.
#[async_trait]
pub trait ChangeListener: Send + Sync {
    /// Reads what was just committed, before anybody is answered. Where that fails, what is in
    /// memory expires by itself half a second later.
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
