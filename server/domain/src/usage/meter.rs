//! Counts calls and enforces quotas without a database write for each call.

use std::sync::Arc;

use chrono::TimeDelta;
use sea_orm::DbErr;

use super::{
    Admission, CallRecord, Terms,
    counts::CallCounter,
    lease_manager::{LeaseManager, Maintenance},
    marks, reclaim, write,
};
use crate::{
    Portal,
    clock::Timestamp,
    ids::{InstanceId, SecretId},
};

/// How often leases of dead instances are taken back.
const RECLAIM_EVERY: TimeDelta = TimeDelta::seconds(5);

/// Counts calls in memory and writes the counts in batches.
///
/// A quota is spent by leases: the database grants an instance some calls, which it then takes from
/// memory. All instances together never get more than the limit. So:
/// - the limit holds, however many instances spend the quota at the same time;
/// - a normal stop loses nothing;
/// - a kill loses what was counted since the last flush ([`super::FLUSH_EVERY`]), and no more, in
///   the customer's favour: those calls are not counted, and after 15 seconds the others take back
///   the dead instance's leases;
/// - an instance that cannot reach the database spends its leases for 10 more seconds, by clocks
///   that may differ by 5; then calls under a quota fail. Its use is charged when it reaches the
///   database again, and lost as above if it is killed before.
pub struct Meter {
    counter: CallCounter,
    /// Shared with renewals that continue after their caller is gone.
    manager: Arc<LeaseManager>,
}

impl Meter {
    #[must_use]
    pub fn new(instance: InstanceId) -> Self {
        Self {
            counter: CallCounter::default(),
            manager: Arc::new(LeaseManager::new(instance)),
        }
    }

    /// Takes a call out of a quota, from memory unless the lease is used up.
    ///
    /// # Errors
    /// When the lease must be renewed and the database cannot be reached.
    pub async fn admit(&self, portal: &Arc<Portal>, terms: &Terms) -> Result<Admission, DbErr> {
        let now = portal.now();
        if !terms.run_at(now) {
            return Ok(Admission::Ended(terms.state(0, now)));
        }
        self.manager.take(portal, terms).await
    }

    /// Counts a call.
    pub fn record(&self, call: CallRecord) {
        self.counter.record(call);
    }

    /// Counts a token that was granted for a secret.
    pub fn secret_used(&self, secret: SecretId, at: Timestamp) {
        self.counter.secret_used(secret, at);
    }

    /// Writes the counts. Counts that cannot be written are kept for the next time. It must not be
    /// cancelled, as the counts that are being written would be lost.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn flush(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        self.maintain(portal, false).await
    }

    /// Writes the counts and gives back all leases, at a normal stop.
    ///
    /// # Errors
    /// As [`Meter::flush`].
    pub async fn close(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        self.maintain(portal, true).await
    }

    /// Writes the counts, renews or gives back leases, and takes back those of dead instances.
    async fn maintain(&self, portal: &Arc<Portal>, closing: bool) -> Result<(), DbErr> {
        let mut maintenance = self.manager.maintenance.write().await;
        self.write_counts(portal, &mut maintenance).await?;
        maintenance
            .unmarked
            .append(&mut self.manager.take_renewed());
        if !closing {
            self.manager.top_up(portal).await?;
        }
        self.manager.give_back(portal, closing).await?;
        self.reclaim_expired(portal, &mut maintenance).await?;
        let statuses = marks::notify(portal, &maintenance.unmarked).await?;
        maintenance.unmarked.clear();
        for status in statuses {
            let quota = status.quota.subject_id;
            self.manager.leases.set_free(quota, status.free());
        }
        Ok(())
    }

    async fn write_counts(
        &self,
        portal: &Portal,
        maintenance: &mut Maintenance,
    ) -> Result<(), DbErr> {
        let now = portal.now();
        let LeaseManager {
            instance, leases, ..
        } = &*self.manager;
        let unwritten = leases.to_write(now);
        let counts = self.counter.take();
        if unwritten.is_empty() && counts.is_empty() {
            return Ok(());
        }
        let written = async {
            let transaction = portal.db.begin().await?;
            let lost = write::leases(&transaction, *instance, &unwritten, now).await?;
            write::counts(&transaction, &counts).await?;
            transaction.commit().await?;
            Ok(lost)
        };
        let lost = match written.await {
            Ok(lost) => lost,
            Err(error) => {
                self.counter.put_back(counts);
                return Err(error);
            }
        };
        for lease in &unwritten {
            if lost.contains(&lease.terms.quota) {
                leases.mark_lost(lease);
            } else {
                leases.mark_written(lease, now);
            }
        }
        let used = unwritten.iter().filter(|it| it.has_news());
        maintenance.unmarked.extend(used.map(|it| it.terms.quota));
        Ok(())
    }

    /// Takes back the leases of dead instances. Their written use may have passed a mark without a
    /// notice.
    async fn reclaim_expired(
        &self,
        portal: &Portal,
        maintenance: &mut Maintenance,
    ) -> Result<(), DbErr> {
        let now = portal.now();
        if maintenance
            .reclaimed_at
            .is_some_and(|at| now < at + RECLAIM_EVERY)
        {
            return Ok(());
        }
        let more = reclaim::reclaim(portal, self.manager.instance, None).await?;
        maintenance.unmarked.extend(more);
        maintenance.reclaimed_at = Some(now);
        Ok(())
    }
}
