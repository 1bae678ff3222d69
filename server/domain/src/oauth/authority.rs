//! What the authorization server keeps in memory, and how it stays up to date.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::Instant,
};

use async_trait::async_trait;
use quick_cache::sync::Cache;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    Client,
    clients::Clients,
    freshness::Freshness,
    guesses::Guesses,
    keys::{self, KeyError, KeyRing},
    resource_server::{self, Servers},
    verify::AnyClaims,
};
use crate::{
    ChangeListener, Portal,
    changes::{self, Change},
    clock::Timestamp,
    credentials::PublicKey,
    entities::revoked_token,
    ids::{ApplicationId, TokenId},
    store::Vault,
    vocabulary::ChangeKind,
};

/// Verified tokens, by their SHA-256; each takes about half a kilobyte.
const MAX_VERIFIED: usize = 20_000;

pub struct Authority {
    /// Seals the signing keys.
    vault: Arc<Vault>,
    freshness: Freshness,
    keys: RwLock<KeyRing>,
    clients: Clients,
    servers: Servers,
    revoked: RwLock<HashMap<TokenId, Timestamp>>,
    pub(super) verified: Cache<[u8; 32], AnyClaims>,
    pub(super) guesses: Guesses,
}

impl Authority {
    #[must_use]
    pub fn new(vault: Arc<Vault>) -> Self {
        Self {
            vault,
            freshness: Freshness::default(),
            keys: RwLock::default(),
            clients: Clients::default(),
            servers: Servers::default(),
            revoked: RwLock::default(),
            verified: Cache::new(MAX_VERIFIED),
            guesses: Guesses::default(),
        }
    }

    /// Reads the changes since the last time, so that nothing older than
    /// [`FRESH_FOR`](super::FRESH_FOR) is used.
    pub(super) async fn refresh(&self, portal: &Portal) -> Result<(), KeyError> {
        if self.freshness.is_fresh() {
            return Ok(());
        }
        let _one_reader = self.freshness.lock().await;
        if self.freshness.is_fresh() {
            return Ok(());
        }
        self.read_changes(portal).await
    }

    /// Applies every change that is committed by now. An instance that has read nothing yet has
    /// nothing to update.
    ///
    /// # Errors
    /// When the database cannot be read; the copy in memory then expires by itself.
    pub async fn apply_changes(&self, portal: &Portal) -> Result<(), KeyError> {
        let _one_reader = self.freshness.lock().await;
        match self.freshness.known() {
            None => Ok(()),
            Some(_) => self.read_changes(portal).await,
        }
    }

    async fn read_changes(&self, portal: &Portal) -> Result<(), KeyError> {
        let asked = Instant::now();
        match self.freshness.known() {
            None => self.read_all(portal).await?,
            Some(last_change) => self.read_from(portal, last_change).await?,
        }
        self.freshness.trust_from(asked);
        Ok(())
    }

    async fn read_from(&self, portal: &Portal, mut last_change: i64) -> Result<(), KeyError> {
        let db = portal.db.reader();
        let latest = changes::latest(db).await?;
        while last_change < latest {
            let changes = changes::after(db, last_change).await?;
            match changes.as_slice() {
                [first, ..] if first.number == last_change + 1 => {
                    let last = changes.last().unwrap_or(first);
                    last_change = last.number;
                    self.apply(portal, &changes).await?;
                }
                // Old changes are deleted after a time, so an instance that missed them reads
                // everything.
                _ => return self.read_all(portal).await,
            }
        }
        Ok(())
    }

    /// Reads everything. It reads the number of the last change first, so that changes meanwhile
    /// are applied again.
    async fn read_all(&self, portal: &Portal) -> Result<(), KeyError> {
        let number = changes::latest(portal.db.reader()).await?;
        let keys = keys::load_or_make(portal, &self.vault).await?;
        let revoked = revoked(portal, None).await?;
        let servers = resource_server::load(portal).await?;
        self.freshness.record_change(number, || {
            self.replace_keys(keys);
            *write(&self.revoked) = revoked;
            self.servers.replace(servers);
            self.clients.forget_all();
        });
        Ok(())
    }

    async fn apply(&self, portal: &Portal, changes: &[Change]) -> Result<(), KeyError> {
        let about = |kind| changes.iter().filter(move |change| change.kind == kind);
        let tokens: Vec<_> = about(ChangeKind::Token)
            .map(|it| TokenId(it.subject))
            .collect();
        let revoked = revoked(portal, Some(&tokens)).await?;
        let keys = match about(ChangeKind::SigningKeys).next() {
            Some(_) => Some(keys::load_or_make(portal, &self.vault).await?),
            None => None,
        };
        let servers = match about(ChangeKind::ResourceServer).next() {
            Some(_) => Some(resource_server::load(portal).await?),
            None => None,
        };
        let Some(last) = changes.last() else {
            return Ok(());
        };
        self.freshness.record_change(last.number, || {
            write(&self.revoked).extend(revoked);
            if let Some(keys) = keys {
                self.replace_keys(keys);
            }
            if let Some(servers) = servers {
                self.servers.replace(servers);
            }
            let applications = about(ChangeKind::Application);
            self.clients
                .forget(&applications.map(|it| ApplicationId(it.subject)).collect());
        });
        Ok(())
    }

    fn replace_keys(&self, keys: KeyRing) {
        *write(&self.keys) = keys;
        // A withdrawn key may have signed some of them.
        self.verified.clear();
    }

    pub(super) async fn keys(&self, portal: &Portal) -> Result<KeyRing, KeyError> {
        self.refresh(portal).await?;
        let ring = self.ring();
        if ring.current(portal.now()).is_some() {
            return Ok(ring);
        }
        let _one_reader = self.freshness.lock().await;
        let ring = self.ring();
        if ring.current(portal.now()).is_some() {
            return Ok(ring);
        }
        // No change was announced, but the time of the last key has come.
        let ring = keys::load_or_make(portal, &self.vault).await?;
        self.replace_keys(ring.clone());
        Ok(ring)
    }

    /// The number of the last change that was applied.
    pub(super) fn last_change(&self) -> Option<i64> {
        self.freshness.known()
    }

    /// Remembers a verified token, unless a key may have been withdrawn since.
    pub(super) fn keep_verified(&self, since: Option<i64>, digest: [u8; 32], claims: &AnyClaims) {
        self.freshness.unless_changed_since(since, || {
            self.verified.insert(digest, claims.clone());
        });
    }

    fn ring(&self) -> KeyRing {
        self.keys
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) async fn client(
        &self,
        portal: &Portal,
        key: &PublicKey,
    ) -> Result<Option<Arc<Client>>, KeyError> {
        self.refresh(portal).await?;
        Ok(self.clients.find(portal, &self.freshness, key).await?)
    }

    pub(super) async fn server(
        &self,
        portal: &Portal,
        key: &PublicKey,
    ) -> Result<Option<Arc<resource_server::ActiveResourceServer>>, KeyError> {
        self.refresh(portal).await?;
        Ok(self.servers.find(key))
    }

    pub(super) fn is_revoked(&self, token: TokenId) -> bool {
        let revoked = self.revoked.read().unwrap_or_else(PoisonError::into_inner);
        revoked.contains_key(&token)
    }

    /// Expired tokens need not be remembered as revoked.
    pub(super) fn forget_expired(&self, now: Timestamp) {
        write(&self.revoked).retain(|_, expires_at| *expires_at > now);
    }
}

#[async_trait]
impl ChangeListener for Authority {
    async fn catch_up(&self, portal: &Portal) {
        if let Err(error) = self.apply_changes(portal).await {
            tracing::error!(%error, "what was changed is not in memory yet");
        }
    }
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

/// All revoked tokens that have not expired, or those of `only`.
async fn revoked(
    portal: &Portal,
    only: Option<&[TokenId]>,
) -> Result<HashMap<TokenId, Timestamp>, DbErr> {
    if only.is_some_and(<[_]>::is_empty) {
        return Ok(HashMap::new());
    }
    let mut query =
        revoked_token::Entity::find().filter(revoked_token::Column::ExpiresAt.gt(portal.now()));
    if let Some(only) = only {
        query = query.filter(revoked_token::Column::Id.is_in(only.iter().copied()));
    }
    let rows = query.all(portal.db.reader()).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, row.expires_at))
        .collect())
}
