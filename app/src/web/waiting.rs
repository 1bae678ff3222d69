//! How many requests wait for a contract manager, as the menu tells on every page. What the database
//! said a moment ago is good enough for that.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::TimeDelta;
use domain::{Role, Scope, approvals, clock::Timestamp, ids::AccountId};

/// How long a number is believed.
const FRESH_FOR: TimeDelta = TimeDelta::seconds(5);
/// More contract managers than any portal has.
const MAX_KEPT: usize = 1_000;

#[derive(Default)]
pub struct WaitingCounts(Mutex<HashMap<AccountId, Count>>);

#[derive(Clone, Copy)]
struct Count {
    requests: u64,
    at: Timestamp,
}

impl Count {
    fn is_fresh(self, now: Timestamp) -> bool {
        let age = now - self.at;
        age >= TimeDelta::zero() && age < FRESH_FOR
    }
}

impl WaitingCounts {
    /// How many requests wait for the reader; none for whoever decides on none, and where the
    /// database does not answer: the page itself will say so.
    pub async fn of_reader(&self, scope: &Scope) -> Option<u64> {
        scope.require(Role::ContractManager).ok()?;
        let (account, now) = (scope.account_id()?, scope.now());
        let kept = self.lock().get(&account).copied();
        if let Some(count) = kept.filter(|count| count.is_fresh(now)) {
            return Some(count.requests);
        }
        let requests = approvals::count_open(scope).await.ok()?;
        let mut counts = self.lock();
        if counts.len() >= MAX_KEPT {
            counts.clear();
        }
        counts.insert(account, Count { requests, at: now });
        Some(requests)
    }

    /// After anything that may have changed a number.
    pub fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, Count>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
