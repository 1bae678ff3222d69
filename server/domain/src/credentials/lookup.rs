//! Looks up keys that programs call with.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{PublicKey, is_active};
use crate::{
    clock::Timestamp,
    entities::{credential, sandbox_credential, secret},
    ids::{ApplicationId, SecretId},
};

/// The hash that the secret key of a call is compared with.
#[derive(Clone, Debug)]
pub(crate) struct SecretHash {
    pub id: SecretId,
    pub hash: Vec<u8>,
    pub expires_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

impl SecretHash {
    pub fn is_active(&self, now: Timestamp) -> bool {
        is_active(self.revoked_at, self.expires_at, now)
    }
}

/// The owner of a public key.
#[derive(Clone, Debug)]
pub(crate) struct KeyOwner {
    pub public_key: PublicKey,
    pub application: ApplicationId,
    /// Whether the key works in the sandbox only.
    pub sandbox: bool,
}

/// The owner of a public key with all its secrets, the newest first.
pub(crate) async fn find_key(
    db: &impl ConnectionTrait,
    key: &PublicKey,
) -> Result<Option<(KeyOwner, Vec<SecretHash>)>, DbErr> {
    let own = credential::Entity::find()
        .find_with_related(secret::Entity)
        .filter(credential::Column::PublicKey.eq(key.clone()))
        .order_by_desc(secret::Column::CreatedAt)
        .order_by_desc(secret::Column::Id)
        .all(db)
        .await?;
    if let Some((row, secrets)) = own.into_iter().next() {
        let secrets = secrets.into_iter().map(SecretHash::from).collect();
        return Ok(Some((row.into(), secrets)));
    }
    let sandbox = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::PublicKey.eq(key.clone()))
        .one(db)
        .await?;
    Ok(sandbox.map(|row| {
        let secret = SecretHash {
            id: row.id,
            hash: row.hash.clone(),
            expires_at: None,
            revoked_at: None,
        };
        (row.into(), vec![secret])
    }))
}

/// The owners of those of these public keys that exist.
pub(crate) async fn owners_of(
    db: &impl ConnectionTrait,
    keys: &[PublicKey],
) -> Result<Vec<KeyOwner>, DbErr> {
    let own = credential::Entity::find()
        .filter(credential::Column::PublicKey.is_in(keys.iter().cloned()))
        .all(db)
        .await?;
    let sandbox = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::PublicKey.is_in(keys.iter().cloned()))
        .all(db)
        .await?;
    let own = own.into_iter().map(KeyOwner::from);
    Ok(own.chain(sandbox.into_iter().map(KeyOwner::from)).collect())
}

impl From<secret::Model> for SecretHash {
    fn from(row: secret::Model) -> Self {
        Self {
            id: row.id,
            hash: row.hash,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
        }
    }
}

impl From<credential::Model> for KeyOwner {
    fn from(row: credential::Model) -> Self {
        Self {
            public_key: row.public_key,
            application: row.application_id,
            sandbox: false,
        }
    }
}

impl From<sandbox_credential::Model> for KeyOwner {
    fn from(row: sandbox_credential::Model) -> Self {
        Self {
            public_key: row.public_key,
            application: row.application_id,
            sandbox: true,
        }
    }
}
