//! What counts calls, and takes them out of quotas, without a database write per call.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::TimeDelta;
use sea_orm::DbErr;
use tokio::sync::{Mutex as Door, RwLock};

use super::{
    Admission, CallRecord, Terms,
    counts::Counting,
    leases::{Leases, Taken},
    ledger::AT_ONCE,
    marks, reclaim, renewal, write,
};
use crate::{
    Portal,
    clock::Timestamp,
    ids::{InstanceId, QuotaId, SecretId},
};

/// How often leases of dead instances are looked for.
const RECLAIM_EVERY: TimeDelta = TimeDelta::seconds(5);

/// Others wait for what is locked meanwhile.
const TOPPED_UP_AT_ONCE: usize = 100;

/// Counts calls in memory and writes them down in batches.
///
/// A quota is spent from leases: an instance is granted some calls in the database and then takes
/// them from memory. All instances together are never granted more than the limit. So:
/// - the limit is not exceeded, however many instances spend it at the same time;
/// - a normal stop loses nothing;
/// - a kill loses what was counted since the last flush ([`super::FLUSH_EVERY`]), and no more. It
///   is lost to the customer's favour: those calls are not counted, and the others give them back
///   with the rest of the dead instance's leases after 15 seconds;
/// - an instance that cannot reach the database spends what it was granted for 10 seconds more,
///   by clocks that may differ by 5; then calls under a quota fail. What it spent is charged when
///   it comes back, and lost like above if it is killed before.
pub struct Meter {
    instance: InstanceId,
    counting: Counting,
    leases: Leases,
    /// Written while leases are written down; read, and so kept from changing, while one is
    /// renewed.
    upkeep: RwLock<Upkeep>,
    /// Quotas whose use a renewal wrote down: they may have passed a mark.
    renewed: Mutex<BTreeSet<QuotaId>>,
}

#[derive(Default)]
struct Upkeep {
    reclaimed_at: Option<Timestamp>,
    /// Quotas that may have passed a mark.
    unmarked: BTreeSet<QuotaId>,
}

impl Meter {
    #[must_use]
    pub fn new(instance: InstanceId) -> Self {
        Self {
            instance,
            counting: Counting::default(),
            leases: Leases::default(),
            upkeep: RwLock::default(),
            renewed: Mutex::default(),
        }
    }

    /// Takes one call out of a quota; from memory, unless the lease is used up.
    ///
    /// # Errors
    /// When the quota must be asked for and the database does not answer.
    pub async fn admit(&self, portal: &Portal, terms: &Terms) -> Result<Admission, DbErr> {
        let now = portal.now();
        if !terms.run_at(now) {
            return Ok(Admission::Ended(terms.state(0, now)));
        }
        match self.leases.take(terms, now) {
            Taken::Decided(admission) => Ok(admission),
            Taken::Ask(door) => self.ask(portal, terms, &door).await,
        }
    }

    /// Counts a call.
    pub fn record(&self, call: CallRecord) {
        self.counting.record(call);
    }

    /// Counts a token that a secret was used for.
    pub fn secret_used(&self, secret: SecretId, at: Timestamp) {
        self.counting.secret_used(secret, at);
    }

    /// Writes down what was counted. What fails is kept for the next time. Not to be cancelled:
    /// what is being written would be lost.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn flush(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        self.tend(portal, false).await
    }

    /// Writes down what was counted and gives back what was not spent: at a normal stop.
    ///
    /// # Errors
    /// As [`Meter::flush`].
    pub async fn close(&self, portal: &Arc<Portal>) -> Result<(), DbErr> {
        self.tend(portal, true).await
    }

    /// One caller asks the database for all who wait.
    async fn ask(
        &self,
        portal: &Portal,
        terms: &Terms,
        door: &Door<()>,
    ) -> Result<Admission, DbErr> {
        let _alone = door.lock().await;
        loop {
            let now = portal.now();
            match self.leases.take(terms, now) {
                Taken::Decided(admission) => return Ok(admission),
                Taken::Ask(_) => self.renew(portal, terms).await?,
            }
        }
    }

    async fn renew(&self, portal: &Portal, terms: &Terms) -> Result<(), DbErr> {
        let _unwritten = self.upkeep.read().await;
        let renew = || {
            let holding = self.leases.holding(terms.quota);
            renewal::renew(portal, self.instance, terms, holding)
        };
        let mut renewed = renew().await?;
        let nothing_left = renewed.asked == 0 && renewed.free == 0;
        if nothing_left && self.reclaim(portal, Some(terms.quota)).await? {
            self.leases.renewed(terms, renewed, portal.now());
            renewed = renew().await?;
        }
        self.leases.renewed(terms, renewed, portal.now());
        self.renewed_quotas().insert(terms.quota);
        Ok(())
    }

    fn renewed_quotas(&self) -> MutexGuard<'_, BTreeSet<QuotaId>> {
        self.renewed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there is more of the quota now.
    async fn reclaim(&self, portal: &Portal, of: Option<QuotaId>) -> Result<bool, DbErr> {
        let more = reclaim::reclaim(portal, self.instance, of).await?;
        Ok(!more.is_empty())
    }

    async fn tend(&self, portal: &Arc<Portal>, closing: bool) -> Result<(), DbErr> {
        let mut upkeep = self.upkeep.write().await;
        self.write_down(portal, &mut upkeep).await?;
        upkeep.unmarked.append(&mut self.renewed_quotas());
        if !closing {
            self.top_up(portal).await?;
        }
        self.give_back(portal, closing).await?;
        self.bury(portal, &mut upkeep).await?;
        let standings = marks::tell(portal, &upkeep.unmarked).await?;
        upkeep.unmarked.clear();
        for standing in standings {
            self.leases
                .noted(standing.quota.subject_id, standing.free());
        }
        Ok(())
    }

    async fn write_down(&self, portal: &Portal, upkeep: &mut Upkeep) -> Result<(), DbErr> {
        let now = portal.now();
        let holdings = self.leases.to_write(now);
        let counts = self.counting.take();
        if holdings.is_empty() && counts.is_empty() {
            return Ok(());
        }
        let written = async {
            let transaction = portal.db.begin().await?;
            let lost = write::leases(&transaction, self.instance, &holdings, now).await?;
            write::counts(&transaction, &counts).await?;
            transaction.commit().await?;
            Ok(lost)
        };
        let lost = match written.await {
            Ok(lost) => lost,
            Err(error) => {
                self.counting.put_back(counts);
                return Err(error);
            }
        };
        for holding in &holdings {
            if lost.contains(&holding.terms.quota) {
                self.leases.lost(holding);
            } else {
                self.leases.written(holding, now);
            }
        }
        let used = holdings.iter().filter(|it| it.has_news());
        upkeep.unmarked.extend(used.map(|it| it.terms.quota));
        Ok(())
    }

    /// Renews the leases that will soon be used up, so that hardly any call has to wait.
    async fn top_up(&self, portal: &Portal) -> Result<(), DbErr> {
        for some in self.leases.low(portal.now()).chunks(TOPPED_UP_AT_ONCE) {
            let renewed = renewal::renew_all(portal, self.instance, some).await?;
            for (holding, renewed) in some.iter().zip(renewed) {
                self.leases.renewed(&holding.terms, renewed, portal.now());
            }
        }
        Ok(())
    }

    /// Gives back leases that nobody spends any more, or all. Each is forgotten as soon as it is
    /// settled: a failure further on must not have it settled again.
    async fn give_back(&self, portal: &Portal, all: bool) -> Result<(), DbErr> {
        let ended = self.leases.end(all, portal.now());
        for some in ended.chunks(AT_ONCE) {
            reclaim::settle(portal, self.instance, some).await?;
            for holding in some {
                self.leases.forget(holding);
            }
        }
        Ok(())
    }

    /// Takes back what dead instances held. What they had written down may have passed a mark
    /// that they did not come to tell.
    async fn bury(&self, portal: &Portal, upkeep: &mut Upkeep) -> Result<(), DbErr> {
        let now = portal.now();
        if upkeep
            .reclaimed_at
            .is_some_and(|at| now < at + RECLAIM_EVERY)
        {
            return Ok(());
        }
        let more = reclaim::reclaim(portal, self.instance, None).await?;
        upkeep.unmarked.extend(more);
        upkeep.reclaimed_at = Some(now);
        Ok(())
    }
}
