//! An attempt at a password.
//!
//! It takes a slot in every bucket that it may count in before the password is checked, and a
//! bucket has as many free slots as further failures are allowed: a hundred guesses at once are not
//! a hundred first attempts. An attempt that finds no slot waits for others to end, so right
//! passwords do not use up slots, however many come at once.

use std::time::Duration;

use sea_orm::DbErr;
use tokio::time::{Instant, sleep};

use super::{
    Key, Rule, SlotQueue,
    bucket::{self, Slot},
    known,
};
use crate::{Scope, accounts::browsers, db::Transaction};

/// How long an attempt waits for a slot.
const SLOT_TIMEOUT: Duration = Duration::from_secs(10);
/// About the time that checking a password takes.
const POLL_INTERVAL: Duration = Duration::from_millis(20);
/// The time to wait after no slot became free.
const RETRY_AFTER: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub enum AttemptError {
    /// There were too many failures; the password was not checked.
    Throttled {
        retry_after: Duration,
    },
    Database(DbErr),
}

impl From<DbErr> for AttemptError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

/// An attempt at a password. Its end must be recorded.
#[must_use = "says how the try ended"]
pub struct Attempt {
    keys: Keys,
    /// The buckets where it has a slot.
    slots: Vec<Bucket>,
}

type Bucket = (Key, &'static Rule);

struct Keys {
    account: Key,
    account_from_here: Key,
    network: Key,
    known_here: Key,
    /// The key of the asker's browser, if the owner signed in with it before.
    browser: Option<Key>,
    /// The key of the second factor, in an attempt at it.
    factor: Option<Key>,
}

impl Keys {
    async fn of(scope: &Scope, typed: &str) -> Result<Self, DbErr> {
        let network = scope.origin.address;
        let browser = browsers::known(scope, typed).await?;
        Ok(Self {
            account: Key::account(typed),
            account_from_here: Key::account_from(typed, network),
            network: Key::network(network),
            known_here: Key::known_at(typed, network),
            browser: browser.map(|id| Key::browser(typed, id)),
            factor: None,
        })
    }

    /// The buckets in the order in which they are always written, so that no two attempts deadlock.
    /// In a network where the owner signed in recently, guesses from elsewhere do not count; in a
    /// browser that the owner signed in with before, only failures in it count.
    fn buckets(&self, is_known_here: bool) -> Vec<Bucket> {
        if let Some(factor) = &self.factor {
            return vec![(factor.clone(), &Rule::FACTOR)];
        }
        if let Some(browser) = &self.browser {
            return vec![(browser.clone(), &Rule::BROWSER)];
        }
        let everywhere = (!is_known_here).then(|| (self.account.clone(), &Rule::ACCOUNT));
        let here = (
            self.account_from_here.clone(),
            &Rule::ACCOUNT_FROM_ONE_NETWORK,
        );
        let network = (self.network.clone(), &Rule::NETWORK);
        everywhere.into_iter().chain([here, network]).collect()
    }
}

/// The outcome of asking for a slot in every bucket.
enum SlotOutcome {
    Taken(Vec<Bucket>),
    /// This bucket has no free slot.
    Full(Key),
    Closed {
        retry_after: Duration,
    },
}

impl Attempt {
    /// Begins an attempt at the typed account, whether it exists or not, once there is a slot for
    /// it.
    ///
    /// # Errors
    /// [`AttemptError::Throttled`] when the account, the network, the account from this network or
    /// the browser must wait. Such an attempt does not count, so trying does not prolong the wait.
    pub async fn begin(
        scope: &Scope,
        slot_queue: &SlotQueue,
        typed: &str,
    ) -> Result<Self, AttemptError> {
        let keys = Keys::of(scope, typed).await?;
        Self::begin_with(scope, slot_queue, keys).await
    }

    /// Begins an attempt at the second factor of an account whose password was right.
    ///
    /// # Errors
    /// As [`Attempt::begin`].
    pub async fn begin_factor(
        scope: &Scope,
        slot_queue: &SlotQueue,
        email: &str,
    ) -> Result<Self, AttemptError> {
        let keys = Keys {
            factor: Some(Key::factor(email)),
            ..Keys::of(scope, email).await?
        };
        Self::begin_with(scope, slot_queue, keys).await
    }

    async fn begin_with(
        scope: &Scope,
        slot_queue: &SlotQueue,
        keys: Keys,
    ) -> Result<Self, AttemptError> {
        let give_up = Instant::now() + SLOT_TIMEOUT;
        let mut turn = None;
        loop {
            match ask(scope, &keys).await? {
                SlotOutcome::Taken(slots) => return Ok(Self { keys, slots }),
                SlotOutcome::Closed { retry_after } => {
                    return Err(AttemptError::Throttled { retry_after });
                }
                SlotOutcome::Full(_) if Instant::now() >= give_up => {
                    let retry_after = RETRY_AFTER;
                    return Err(AttemptError::Throttled { retry_after });
                }
                SlotOutcome::Full(key) if turn.is_none() => {
                    turn = Some(slot_queue.at(key).await);
                }
                SlotOutcome::Full(_) => sleep(POLL_INTERVAL).await,
            }
        }
    }

    /// Records that the password was right: the network becomes known for this account, and the
    /// failures at the account here no longer count for the network. Failures at other accounts
    /// keep counting, so that signing in to one's own account gives no further guesses. In a known
    /// browser, only its own failures are forgiven.
    pub async fn succeeded(&self, scope: &Scope, transaction: &Transaction) -> Result<(), DbErr> {
        let (keys, now) = (&self.keys, scope.now());
        if let Some(factor) = &keys.factor {
            bucket::forgive(transaction, factor, &Rule::FACTOR, now).await?;
        }
        if let Some(browser) = &keys.browser {
            self.give_back(transaction).await?;
            bucket::forgive(transaction, browser, &Rule::BROWSER, now).await?;
            return known::record(transaction, keys.known_here.clone(), now).await;
        }
        // Comes first, even without a slot, to keep the order of writing.
        bucket::forgive(transaction, &keys.account, &Rule::ACCOUNT, now).await?;
        self.give_back(transaction).await?;
        let here = &Rule::ACCOUNT_FROM_ONE_NETWORK;
        let own = bucket::forgive(transaction, &keys.account_from_here, here, now).await?;
        bucket::forget(transaction, &keys.network, own).await?;
        known::record(transaction, keys.known_here.clone(), now).await
    }

    /// Records that the password was wrong.
    pub async fn failed(self, scope: &Scope) -> Result<(), DbErr> {
        let transaction = scope.portal.db.begin().await?;
        for (key, rule) in &self.slots {
            bucket::fail(&transaction, key, rule, scope.now()).await?;
        }
        transaction.commit().await
    }

    /// Ends an attempt at a right password by the outcome of what it allows. When that failed,
    /// because the password changed meanwhile or the database failed, [`Attempt::succeeded`] was
    /// rolled back, and the attempt does not count.
    pub async fn settle<T, E>(self, scope: &Scope, outcome: Result<T, E>) -> Result<T, E> {
        if outcome.is_err()
            && let Err(error) = self.withdraw(scope).await
        {
            tracing::warn!(%error, "a try at a password stays pending, and will count as a failure");
        }
        outcome
    }

    /// Gives the slots back, since the password was not checked.
    pub async fn withdraw(self, scope: &Scope) -> Result<(), DbErr> {
        let transaction = scope.portal.db.begin().await?;
        self.give_back(&transaction).await?;
        transaction.commit().await
    }

    /// The same in a transaction, when the right password is not all that is asked for: its
    /// failures are forgiven with the second factor.
    pub async fn give_back(&self, transaction: &Transaction) -> Result<(), DbErr> {
        for (key, _) in &self.slots {
            bucket::release(transaction, key).await?;
        }
        Ok(())
    }
}

/// Takes a slot in every bucket, or in none.
async fn ask(scope: &Scope, keys: &Keys) -> Result<SlotOutcome, DbErr> {
    let now = scope.now();
    let transaction = scope.portal.db.begin().await?;
    let is_known_here = known::is_known(&transaction, &keys.known_here, now).await?;
    let buckets = keys.buckets(is_known_here);
    let (mut full, mut longest) = (None, None);
    for (key, rule) in &buckets {
        match bucket::take_slot(&transaction, key, rule, now).await? {
            Slot::Taken => {}
            Slot::Full => full = full.or(Some(key.clone())),
            Slot::Closed { retry_after } => longest = longest.max(Some(retry_after)),
        }
    }
    Ok(match (longest, full) {
        (Some(retry_after), _) => SlotOutcome::Closed { retry_after },
        (None, Some(key)) => SlotOutcome::Full(key),
        (None, None) => {
            transaction.commit().await?;
            SlotOutcome::Taken(buckets)
        }
    })
}
