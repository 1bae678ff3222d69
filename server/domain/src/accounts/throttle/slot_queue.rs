//! The order in which waiting attempts check again for a free slot: of all that wait for one
//! bucket, one asks the database at a time, the longest waiting first.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

use super::Key;

/// The buckets that attempts of this process wait for.
#[derive(Default)]
pub struct SlotQueue(Mutex<HashMap<Key, Weak<Turn<()>>>>);

impl SlotQueue {
    /// Waits for the turn at a bucket; the turn lasts until the guard is dropped.
    pub(super) async fn at(&self, key: Key) -> OwnedMutexGuard<()> {
        self.turn(key).lock_owned().await
    }

    fn turn(&self, key: Key) -> Arc<Turn<()>> {
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turn) = turns.get(&key).and_then(Weak::upgrade) {
            return turn;
        }
        turns.retain(|_, turn| turn.strong_count() > 0);
        let turn = Arc::new(Turn::default());
        turns.insert(key, Arc::downgrade(&turn));
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_at_a_time_has_the_turn_and_nobody_is_remembered() {
        let (slot_queue, bucket) = (SlotQueue::default(), Key::account("ana@empresa.com.br"));
        let first = slot_queue.at(bucket.clone()).await;
        assert!(slot_queue.turn(bucket.clone()).try_lock().is_err());
        drop(first);
        assert!(slot_queue.turn(bucket).try_lock().is_ok());
        drop(slot_queue.at(Key::network(None)).await);
        assert_eq!(slot_queue.0.lock().unwrap().len(), 1);
    }
}
