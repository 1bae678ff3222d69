//! What an instance holds of the incidents.

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use sea_orm::DbErr;
use tokio::sync::Mutex;

use super::{Snapshot, load};
use crate::{
    counter,
    db::{Db, Transaction},
};

const COUNTER: &str = "status";
/// Before the first reading.
const NEVER: i64 = -1;

/// The incidents as they were last read. Readers keep the snapshot that they took.
pub struct Board {
    snapshot: RwLock<Arc<Snapshot>>,
    /// The version of the incidents that was read.
    version: AtomicI64,
    readings: AtomicU64,
    /// Serialises refreshes, so that no older snapshot replaces a newer one.
    refreshing: Mutex<()>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            snapshot: RwLock::default(),
            version: AtomicI64::new(NEVER),
            readings: AtomicU64::default(),
            refreshing: Mutex::default(),
        }
    }
}

impl Board {
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(db: &Db) -> Result<Self, DbErr> {
        let board = Self::default();
        board.refresh(db).await?;
        Ok(board)
    }

    #[must_use]
    pub fn current(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How often they were read: what was made of the current snapshot holds until this changes.
    #[must_use]
    pub fn readings(&self) -> u64 {
        self.readings.load(Ordering::Acquire)
    }

    /// Reads the incidents again if they have changed.
    ///
    /// # Errors
    /// When the database cannot be read; they then stay as they were.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbErr> {
        // As for readiness probes: whoever asks how the portal works does not wait for others.
        let version = counter::last(db.sessions(), COUNTER).await?;
        if version == self.version.load(Ordering::Acquire) {
            return Ok(());
        }
        let _alone = self.refreshing.lock().await;
        // A change while they are read is seen the next time.
        let version = counter::last(db.sessions(), COUNTER).await?;
        let snapshot = Arc::new(Snapshot::new(load::latest(db.reader()).await?));
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = snapshot;
        self.version.store(version, Ordering::Release);
        self.readings.fetch_add(1, Ordering::Release);
        Ok(())
    }
}

impl Board {
    /// Reads the incidents again after a change that is kept already. What cannot be read now is read
    /// within seconds.
    pub(super) async fn refresh_soon(&self, db: &Db) {
        if let Err(error) = self.refresh(db).await {
            tracing::warn!(%error, "the incidents cannot be read yet");
        }
    }
}

/// Tells every instance of a change, in its transaction.
pub(crate) async fn advance(transaction: &Transaction) -> Result<(), DbErr> {
    counter::next(transaction, COUNTER).await?;
    Ok(())
}
