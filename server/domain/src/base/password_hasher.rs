//! Hashes passwords with argon2id, a few at a time and with a bounded queue.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version,
};
use secrecy::{ExposeSecret, SecretString};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
};
use tracing::Span;
use values::{NewPassword, PASSWORD_MAX_CHARS, normalize_password};

use crate::random::{Random, SystemRandom};

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashCost {
    /// 19 MiB and two passes (OWASP Password Storage Cheat Sheet).
    Standard,
    /// The least that argon2 allows, for tests.
    Cheap,
}

/// Every slot is taken and the queue is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being hashed")]
pub struct Overloaded;

/// How many passwords are being hashed and how many wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashLoad {
    pub running: usize,
    pub waiting: usize,
}

pub struct PasswordHasher {
    argon: Argon2<'static>,
    /// One permit for each password that is hashed or waits.
    places: Arc<Semaphore>,
    /// One permit for each password that is hashed.
    slots: Arc<Semaphore>,
    /// The numbers of places and slots.
    most: (usize, usize),
    /// Is checked instead of a missing hash, so that the answer takes as long.
    dummy: String,
}

impl PasswordHasher {
    /// Makes a hasher of `slots` hashes at once and `queue` waiting ones.
    ///
    /// # Panics
    /// When argon2 refuses the cost.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "at start, on constants that the tests try"
    )]
    pub fn new(cost: HashCost, slots: usize, queue: usize) -> Self {
        let argon = argon(cost).expect("argon2 takes the cost");
        let dummy = digest(&argon, &[0; 16]).expect("argon2 hashes");
        Self {
            argon,
            places: Arc::new(Semaphore::new(slots + queue)),
            slots: Arc::new(Semaphore::new(slots)),
            most: (slots + queue, slots),
            dummy,
        }
    }

    /// The hash to keep, in PHC string form.
    ///
    /// # Errors
    /// [`Overloaded`] when the queue is full.
    pub async fn hash(&self, password: &NewPassword) -> Result<String, Overloaded> {
        let password = SecretString::from(password.expose());
        let argon = self.argon.clone();
        self.in_a_slot(move || digest(&argon, password.expose_secret().as_bytes()))
            .await?
            .map_err(|error| {
                tracing::error!(%error, "a password could not be hashed");
                Overloaded
            })
    }

    /// Whether `password` belongs to `hash`. Without a hash the answer is no, and takes as long.
    ///
    /// # Errors
    /// [`Overloaded`] when the queue is full.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, Overloaded> {
        let password = SecretString::from(normalize_password(password));
        if password.expose_secret().chars().count() > PASSWORD_MAX_CHARS {
            return Ok(false);
        }
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.dummy).to_owned();
        let argon = self.argon.clone();
        let matches = self
            .in_a_slot(move || matches(&argon, password.expose_secret().as_bytes(), &hash))
            .await?;
        Ok(matches && known)
    }

    /// How many passwords are being hashed and how many wait.
    #[must_use]
    pub fn load(&self) -> HashLoad {
        let (places, slots) = self.most;
        let running = slots.saturating_sub(self.slots.available_permits());
        let taken = places.saturating_sub(self.places.available_permits());
        HashLoad {
            running,
            waiting: taken.saturating_sub(running),
        }
    }

    /// Runs work in a slot. The work keeps its slot until it is done, even when the caller goes
    /// away.
    async fn in_a_slot<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Overloaded> {
        let slot = self.slot().await?;
        let span = Span::current();
        let done = spawn_blocking(move || {
            let result = span.in_scope(work);
            drop(slot);
            result
        });
        done.await.map_err(|_| Overloaded)
    }

    /// Takes a place and a slot, until the permits are dropped.
    pub(crate) async fn slot(
        &self,
    ) -> Result<(OwnedSemaphorePermit, OwnedSemaphorePermit), Overloaded> {
        let place = self
            .places
            .clone()
            .try_acquire_owned()
            .map_err(|_| Overloaded)?;
        let slot = self
            .slots
            .clone()
            .acquire_owned()
            .await
            .map_err(|_| Overloaded)?;
        Ok((place, slot))
    }
}

fn argon(cost: HashCost) -> Result<Argon2<'static>, argon2::Error> {
    let params = match cost {
        HashCost::Standard => Params::new(19_456, 2, 1, None)?,
        HashCost::Cheap => Params::new(Params::MIN_M_COST, 1, 1, None)?,
    };
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn digest(argon: &Argon2<'_>, password: &[u8]) -> Result<String, argon2::password_hash::Error> {
    let mut salt = [0; argon2::RECOMMENDED_SALT_LEN];
    SystemRandom.fill(&mut salt);
    argon
        .hash_password_with_salt(password, &salt)
        .map(|hash| hash.to_string())
}

fn matches(argon: &Argon2<'_>, password: &[u8], hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| argon.verify_password(password, &parsed).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password() -> NewPassword {
        NewPassword::parse("Correta-7-cavalos", &[]).unwrap()
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_alone() {
        let hasher = PasswordHasher::new(HashCost::Cheap, 1, 1);
        let hash = hasher.hash(&password()).await.unwrap();
        assert_ne!(hasher.hash(&password()).await.unwrap(), hash);
        assert_eq!(
            hasher.verify("Correta-7-cavalos", Some(&hash)).await,
            Ok(true)
        );
        assert_eq!(
            hasher.verify("correta-7-cavalos", Some(&hash)).await,
            Ok(false)
        );
        assert_eq!(
            hasher.verify("Correta-7-cavalos", Some("damaged")).await,
            Ok(false)
        );
    }

    #[tokio::test]
    async fn no_hash_is_never_right_not_even_for_the_dummys_password() {
        let hasher = PasswordHasher::new(HashCost::Cheap, 1, 1);
        for password in ["", "\0".repeat(16).as_str(), "Correta-7-cavalos"] {
            assert_eq!(hasher.verify(password, None).await, Ok(false));
        }
    }

    #[tokio::test]
    async fn the_standard_cost_is_in_the_hash() {
        let hasher = PasswordHasher::new(HashCost::Standard, 1, 0);
        let hash = hasher.hash(&password()).await.unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(hasher.dummy.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    #[tokio::test]
    async fn who_finds_every_slot_and_place_taken_is_sent_away() {
        let hasher = PasswordHasher::new(HashCost::Cheap, 1, 1);
        let slot = hasher.slot().await.unwrap();
        let waiting = hasher.verify("Correta-7-cavalos", None);
        let too_many = async { hasher.verify("Correta-7-cavalos", None).await };
        tokio::pin!(waiting);
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("there is no slot"),
            answer = too_many => assert_eq!(answer, Err(Overloaded)),
        }
        let load = |running, waiting| HashLoad { running, waiting };
        assert_eq!(hasher.load(), load(1, 1));
        drop(slot);
        assert_eq!(waiting.await, Ok(false));
        assert_eq!(hasher.load(), load(0, 0));
    }

    #[tokio::test]
    async fn a_long_password_needs_no_slot_to_be_refused() {
        let hasher = PasswordHasher::new(HashCost::Cheap, 0, 0);
        assert_eq!(hasher.verify(&"a".repeat(129), None).await, Ok(false));
        assert_eq!(hasher.verify(&"a".repeat(128), None).await, Err(Overloaded));
    }
}
