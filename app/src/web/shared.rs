//! Contents that are the same for all who see of the catalogue what everybody sees: each is drawn
//! once, for an address and a language, also for those who are signed in.

use std::sync::Arc;

use leptos::prelude::*;
use locales::Locale;
use quick_cache::{Weighter, sync::Cache};

use super::{App, Visit, to_html};

/// The size of the cache.
const MAX_KEPT_BYTES: u64 = 16 * 1024 * 1024;
const GUESSED_KEPT: usize = 500;
/// A longer address is nobody's link.
const MAX_ADDRESS: usize = 512;
/// Dates pass on a page as well: it is drawn again after a minute.
const FRESH_SECONDS: i64 = 60;

/// What is drawn from the catalogue alone: at which address, in which language, and from which
/// state of what it tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SharedKey {
    /// Path and query.
    address: Box<str>,
    locale: Locale,
    /// Which reading of the catalogue it was drawn from.
    catalogue: u64,
    /// Which reading of the incidents its notices are of.
    incidents: u64,
    /// Which reading of the settings its banner is of.
    settings: u64,
    minute: i64,
}

impl SharedKey {
    /// To be made before the catalogue is read, so that nothing older is kept by it. `None` for an
    /// address that is too long.
    #[must_use]
    pub fn of(app: &App, address: &str, locale: Locale) -> Option<Self> {
        (address.len() <= MAX_ADDRESS).then(|| Self {
            address: address.into(),
            locale,
            catalogue: app.services.catalogue.readings(),
            incidents: app.services.status.readings(),
            settings: app.services.portal.runtime.readings(),
            minute: app.services.portal.clock.now().timestamp() / FRESH_SECONDS,
        })
    }

    /// What it weighs in a cache, in bytes.
    #[must_use]
    pub fn weight(&self) -> u64 {
        self.address.len() as u64
    }
}

/// How a reader stands to what a page shows; contents are kept for each apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    Anybody,
    SignedIn,
    /// Is told of the API by mail.
    Follower,
}

/// The contents that one instance keeps.
pub struct SharedContents(Cache<(SharedKey, Reader), Arc<str>, ByLength>);

#[derive(Clone)]
struct ByLength;

impl Weighter<(SharedKey, Reader), Arc<str>> for ByLength {
    fn weight(&self, (key, _): &(SharedKey, Reader), content: &Arc<str>) -> u64 {
        key.weight() + content.len() as u64
    }
}

impl Default for SharedContents {
    fn default() -> Self {
        Self(Cache::with_weighter(GUESSED_KEPT, MAX_KEPT_BYTES, ByLength))
    }
}

impl SharedContents {
    /// What is kept for this request, or what is drawn now.
    pub fn get_or_draw<V: IntoView>(
        &self,
        visit: &Visit,
        reader: Reader,
        draw: impl FnOnce() -> V,
    ) -> Arc<str> {
        let Some(key) = key(visit) else {
            return to_html(draw).into();
        };
        let key = (key, reader);
        if let Some(content) = self.0.get(&key) {
            return content;
        }
        let content: Arc<str> = to_html(draw).into();
        self.0.insert(key, Arc::clone(&content));
        content
    }
}

/// `None` where the reader sees more than everybody does.
fn key(visit: &Visit) -> Option<SharedKey> {
    let key = SharedKey::of(&visit.app, &visit.path, visit.locale);
    // Compared after the reading was noted: what is drawn may be newer than its key, never older.
    let is_everybodys = Arc::ptr_eq(&visit.apis, &visit.catalogue().public());
    key.filter(|_| is_everybodys)
}
