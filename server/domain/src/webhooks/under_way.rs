//! How many messages are under way to each webhook, so that a slow receiver leaves room for others.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::ids::WebhookId;

/// How many this instance sends to one webhook at a time.
const MAX: u32 = 2;

#[derive(Default)]
pub(super) struct UnderWay(Mutex<HashMap<WebhookId, u32>>);

/// A place among those under way, until it is dropped.
pub(super) struct Place<'a> {
    all: &'a UnderWay,
    webhook: WebhookId,
}

impl UnderWay {
    /// A place, unless all are taken.
    pub fn enter(&self, webhook: WebhookId) -> Option<Place<'_>> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(webhook).or_default();
        if *count >= MAX {
            return None;
        }
        *count += 1;
        Some(Place { all: self, webhook })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut counts = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.webhook) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.webhook);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_is_free_again_once_it_is_left() {
        let all = UnderWay::default();
        let (one, other) = (WebhookId(Uuid::from_u128(1)), WebhookId(Uuid::from_u128(2)));
        let first = all.enter(one).unwrap();
        let _second = all.enter(one).unwrap();
        assert!(all.enter(one).is_none());
        assert!(all.enter(other).is_some());
        drop(first);
        assert!(all.enter(one).is_some());
    }
}
