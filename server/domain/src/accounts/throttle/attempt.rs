//! A try at a password.
//!
//! It takes a slot in every bucket it would count in before the password is looked at, and only
//! so many slots are free as may fail: a hundred guesses at once are not a hundred first tries.
//! Who finds no slot waits until those before have ended: right passwords take nothing from one
//! another, however many come at once.

use std::time::Duration;

use sea_orm::DbErr;
use tokio::time::{Instant, sleep};

use super::{
    Key, Rule, Turns,
    bucket::{self, Slot},
    known,
};
use crate::{Scope, accounts::browsers, db::Transaction};

/// How long to wait for a slot.
const SLOT_TIMEOUT: Duration = Duration::from_secs(10);
/// A password is looked at in about this time.
const POLL_INTERVAL: Duration = Duration::from_millis(20);
/// When to try again, for whoever found no slot in time.
const RETRY_AFTER: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub enum AttemptError {
    /// There were too many failures; nothing was looked at.
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

/// A try at a password, which is to be told how it ended.
#[must_use = "says how the try ended"]
pub struct Attempt {
    keys: Keys,
    /// Where it has a slot.
    slots: Vec<Bucket>,
}

type Bucket = (Key, &'static Rule);

struct Keys {
    account: Key,
    account_from_here: Key,
    network: Key,
    known_here: Key,
    /// Of the browser that asks, if the owner came in with it before.
    browser: Option<Key>,
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
        })
    }

    /// In the order in which they are always written, so that no two tries wait for each other.
    /// Whoever came in from here lately does not wait for those who guess elsewhere, and whoever
    /// came in with this browser before waits for nobody.
    fn buckets(&self, is_known_here: bool) -> Vec<Bucket> {
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
    /// This one is full.
    Full(Key),
    Closed {
        retry_after: Duration,
    },
}

impl Attempt {
    /// Begins a try at the account that was typed, known or not, once there is a slot for it.
    ///
    /// # Errors
    /// [`AttemptError::Throttled`] when the account, the network, the one from the other or the
    /// browser must wait; the try then counts for nothing, so that nobody prolongs the wait by trying.
    pub async fn begin(scope: &Scope, turns: &Turns, typed: &str) -> Result<Self, AttemptError> {
        let keys = Keys::of(scope, typed).await?;
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
                    turn = Some(turns.at(key).await);
                }
                SlotOutcome::Full(_) => sleep(POLL_INTERVAL).await,
            }
        }
    }

    /// The password was right: this network is trusted with this account again, and what went
    /// wrong with the account here no longer counts for the network either. What went wrong with
    /// others does: an account of one's own is no way to more guesses. In a browser that is known
    /// it makes up for what went wrong there alone.
    pub async fn succeeded(&self, scope: &Scope, transaction: &Transaction) -> Result<(), DbErr> {
        let (keys, now) = (&self.keys, scope.now());
        if let Some(browser) = &keys.browser {
            self.give_back(transaction).await?;
            bucket::forgive(transaction, browser, &Rule::BROWSER, now).await?;
            return known::record(transaction, keys.known_here.clone(), now).await;
        }
        // First of all, also where it has no slot: so the order of writing stays the same.
        bucket::forgive(transaction, &keys.account, &Rule::ACCOUNT, now).await?;
        self.give_back(transaction).await?;
        let here = &Rule::ACCOUNT_FROM_ONE_NETWORK;
        let own = bucket::forgive(transaction, &keys.account_from_here, here, now).await?;
        bucket::forget(transaction, &keys.network, own).await?;
        known::record(transaction, keys.known_here.clone(), now).await
    }

    /// The password was wrong.
    pub async fn failed(self, scope: &Scope) -> Result<(), DbErr> {
        let transaction = scope.portal.db.begin().await?;
        for (key, rule) in &self.slots {
            bucket::fail(&transaction, key, rule, scope.now()).await?;
        }
        transaction.commit().await
    }

    /// Ends a try whose password was right, once it is known what came of that: where nothing did,
    /// since the password changed meanwhile or the database failed, [`Attempt::succeeded`] was
    /// rolled back, and the try counts for nothing.
    pub async fn settle<T, E>(self, scope: &Scope, outcome: Result<T, E>) -> Result<T, E> {
        if outcome.is_err()
            && let Err(error) = self.withdraw(scope).await
        {
            tracing::warn!(%error, "a try at a password stays pending, and will count as a failure");
        }
        outcome
    }

    /// The password was not looked at after all.
    pub async fn withdraw(self, scope: &Scope) -> Result<(), DbErr> {
        let transaction = scope.portal.db.begin().await?;
        self.give_back(&transaction).await?;
        transaction.commit().await
    }

    async fn give_back(&self, transaction: &Transaction) -> Result<(), DbErr> {
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
