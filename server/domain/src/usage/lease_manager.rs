//! Spends quotas for this instance: takes calls from leases in memory, and renews leases that are
//! used up.

use std::{
    collections::BTreeSet,
    mem,
    sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError},
};

use sea_orm::DbErr;
use tokio::sync::{Mutex, OwnedMutexGuard, RwLock};
use tracing::Instrument;

use super::{
    Admission, Terms,
    lease::Renewal,
    leases::{Leases, TakeOutcome},
    ledger::BATCH_SIZE,
    reclaim, renewal,
};
use crate::{
    Portal,
    clock::Timestamp,
    ids::{InstanceId, QuotaId},
};

/// The number of leases that one transaction renews, since others wait for its locks.
const TOP_UP_BATCH: usize = 100;

/// The leases of this instance.
pub(super) struct LeaseManager {
    pub instance: InstanceId,
    pub leases: Leases,
    /// Write-locked while leases are written, and read-locked while one is renewed, so that the two
    /// exclude each other.
    pub maintenance: RwLock<Maintenance>,
    /// Quotas whose use a renewal wrote; they may have passed a mark.
    renewed: StdMutex<BTreeSet<QuotaId>>,
}

#[derive(Default)]
pub(super) struct Maintenance {
    pub reclaimed_at: Option<Timestamp>,
    /// Quotas that may have passed a mark.
    pub unmarked: BTreeSet<QuotaId>,
}

impl LeaseManager {
    pub fn new(instance: InstanceId) -> Self {
        Self {
            instance,
            leases: Leases::default(),
            maintenance: RwLock::default(),
            renewed: StdMutex::default(),
        }
    }

    /// Takes a call out of a quota, from memory unless the lease is used up.
    pub async fn take(
        self: &Arc<Self>,
        portal: &Arc<Portal>,
        terms: &Terms,
    ) -> Result<Admission, DbErr> {
        match self.leases.take(terms, portal.now()) {
            TakeOutcome::Decided(admission) => Ok(admission),
            TakeOutcome::Ask(lock) => self.ask(portal, terms, lock).await,
        }
    }

    /// One caller renews the lease for all that wait.
    async fn ask(
        self: &Arc<Self>,
        portal: &Arc<Portal>,
        terms: &Terms,
        lock: Arc<Mutex<()>>,
    ) -> Result<Admission, DbErr> {
        let mut guard = lock.lock_owned().await;
        loop {
            match self.leases.take(terms, portal.now()) {
                TakeOutcome::Decided(admission) => return Ok(admission),
                TakeOutcome::Ask(_) => guard = self.renew(portal, *terms, guard).await?,
            }
        }
    }

    /// Renews a lease in a task of its own, which continues when the caller hangs up and its future
    /// is dropped. If a renewal committed but memory did not learn of it, calls that were settled
    /// with a lost lease would be charged twice. The lock is held until memory is updated.
    async fn renew(
        self: &Arc<Self>,
        portal: &Arc<Portal>,
        terms: Terms,
        guard: OwnedMutexGuard<()>,
    ) -> Result<OwnedMutexGuard<()>, DbErr> {
        let (manager, portal) = (Arc::clone(self), Arc::clone(portal));
        let renewing = async move {
            manager.renew_or_reclaim(&portal, &terms).await?;
            Ok(guard)
        };
        let renewed = tokio::spawn(renewing.in_current_span()).await;
        renewed.unwrap_or_else(|stopped| Err(DbErr::Custom(stopped.to_string())))
    }

    /// When nothing is left, takes back the leases of dead instances and tries again.
    async fn renew_or_reclaim(&self, portal: &Portal, terms: &Terms) -> Result<(), DbErr> {
        let _unwritten = self.maintenance.read().await;
        let renewed = self.renew_once(portal, terms).await?;
        if renewed.asked > 0 || renewed.free > 0 {
            return Ok(());
        }
        let more = reclaim::reclaim(portal, self.instance, Some(terms.quota)).await?;
        if !more.is_empty() {
            self.renew_once(portal, terms).await?;
        }
        Ok(())
    }

    /// Memory is updated after each transaction, whatever the next one does.
    async fn renew_once(&self, portal: &Portal, terms: &Terms) -> Result<Renewal, DbErr> {
        let lease = self.leases.lease(terms.quota);
        let renewed = renewal::renew(portal, self.instance, terms, lease).await?;
        self.leases.apply_renewal(terms, renewed, portal.now());
        self.renewed_quotas().insert(terms.quota);
        Ok(renewed)
    }

    /// The quotas that were renewed since the last call.
    pub fn take_renewed(&self) -> BTreeSet<QuotaId> {
        mem::take(&mut self.renewed_quotas())
    }

    fn renewed_quotas(&self) -> MutexGuard<'_, BTreeSet<QuotaId>> {
        self.renewed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Renews leases that will be used up soon, so that few calls have to wait.
    pub async fn top_up(&self, portal: &Portal) -> Result<(), DbErr> {
        for some in self.leases.low(portal.now()).chunks(TOP_UP_BATCH) {
            let renewed = renewal::renew_all(portal, self.instance, some).await?;
            for (lease, renewed) in some.iter().zip(renewed) {
                self.leases
                    .apply_renewal(&lease.terms, renewed, portal.now());
            }
        }
        Ok(())
    }

    /// Gives back idle leases, or all. Each lease is forgotten as soon as it is settled, so that a
    /// later failure does not settle it again.
    pub async fn give_back(&self, portal: &Portal, all: bool) -> Result<(), DbErr> {
        let ended = self.leases.end(all, portal.now());
        for some in ended.chunks(BATCH_SIZE) {
            reclaim::settle(portal, self.instance, some).await?;
            for lease in some {
                self.leases.forget(lease);
            }
        }
        Ok(())
    }
}
