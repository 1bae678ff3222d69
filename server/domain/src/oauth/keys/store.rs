//! Signing keys in the database. The private part is sealed like the applications' secrets.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    QueryOrder, Select, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{KeyRing, Pair, SigningKey};
use crate::{
    Error, Portal, changes,
    clock::Timestamp,
    db::Transaction,
    entities::signing_key,
    from_common,
    ids::SigningKeyId,
    oauth::{Algorithm, Authority},
    store::{SealedSecret, Unsealable, Vault},
    vocabulary::ChangeKind,
};

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// It was sealed with another key-encryption key, or changed.
    #[error("a signing key does not open: is this the key-encryption key it was sealed with?")]
    Sealed(#[from] Unsealable),
    #[error("no key can be made")]
    Generate,
    #[error("a signing key cannot be read: {0}")]
    Read(#[from] jsonwebtoken::errors::Error),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(KeyError);

/// Reads the keys of tokens that may be good. When none can sign now, it makes one.
pub async fn load_or_make(portal: &Portal, vault: &Vault) -> Result<KeyRing, KeyError> {
    let ring = load(portal, vault, portal.db.writer()).await?;
    if ring.current(portal.now()).is_some() {
        return Ok(ring);
    }
    make(portal, vault).await
}

/// Makes a key. Announcements are serialised: when two instances miss a key, the second one finds
/// the key of the first one, and all others learn of it. A key that was announced before still
/// begins at its time, and ends this one.
async fn make(portal: &Portal, vault: &Vault) -> Result<KeyRing, KeyError> {
    let now = portal.now();
    let transaction = portal.db.begin().await?;
    changes::announce(&transaction, now, ChangeKind::SigningKeys, Uuid::nil()).await?;
    let ring = load(portal, vault, &transaction).await?;
    if ring.current(now).is_some() {
        return Ok(ring);
    }
    let algorithm = portal.settings.signing;
    insert(portal, vault, &transaction, algorithm, now).await?;
    end_with_next(portal, &transaction, None).await?;
    let ring = load(portal, vault, &transaction).await?;
    transaction.commit().await?;
    Ok(ring)
}

async fn load(
    portal: &Portal,
    vault: &Vault,
    db: &impl ConnectionTrait,
) -> Result<KeyRing, KeyError> {
    let rows = useful(portal)
        .order_by_asc(signing_key::Column::SignsFrom)
        .all(db)
        .await?;
    let keys: Result<Vec<_>, _> = rows.into_iter().map(|row| open(vault, row)).collect();
    Ok(KeyRing(keys?.into()))
}

/// Selects keys whose last token has not expired.
pub(super) fn useful(portal: &Portal) -> Select<signing_key::Entity> {
    let lifetime = portal.settings.lifetimes.access_token;
    let ended = portal.now() - lifetime;
    signing_key::Entity::find().filter(
        Condition::any()
            .add(signing_key::Column::SignsUntil.is_null())
            .add(signing_key::Column::SignsUntil.gt(ended)),
    )
}

pub(super) fn open(vault: &Vault, row: signing_key::Model) -> Result<SigningKey, KeyError> {
    let sealed = SealedSecret {
        bytes: row.sealed,
        version: row.key_version,
    };
    let pkcs8 = vault.open_bytes(row.id.0, &sealed)?;
    let pair = Pair::from_pkcs8(row.algorithm, &pkcs8).map_err(|_| Unsealable)?;
    let signs = (row.signs_from, row.signs_until);
    Ok(SigningKey::new(row.id, row.algorithm, pair, signs)?)
}

/// Makes a key and stores it sealed.
pub(super) async fn insert(
    portal: &Portal,
    vault: &Vault,
    db: &impl ConnectionTrait,
    algorithm: Algorithm,
    signs_from: Timestamp,
) -> Result<SigningKeyId, KeyError> {
    let id: SigningKeyId = portal.new_id();
    let pair = Pair::generate(algorithm).map_err(|_| KeyError::Generate)?;
    let pkcs8 = pair.to_pkcs8().map_err(|_| KeyError::Generate)?;
    let sealed = vault.seal_bytes(id.0, &pkcs8, portal.random.as_ref());
    signing_key::ActiveModel {
        id: Set(id),
        algorithm: Set(algorithm),
        public_jwk: Set(pair.public_members().to_string()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        created_at: Set(portal.now()),
        signs_from: Set(signs_from),
        signs_until: Set(None),
    }
    .insert(db)
    .await?;
    Ok(id)
}

/// Ends the keys without an end, or with this end, when the next key begins that will sign; the
/// last key has no end.
pub(super) async fn end_with_next(
    portal: &Portal,
    transaction: &Transaction,
    ended: Option<Timestamp>,
) -> Result<(), DbErr> {
    let keys = useful(portal)
        .order_by_desc(signing_key::Column::SignsFrom)
        .order_by_desc(signing_key::Column::Id)
        .all(transaction)
        .await?;
    let mut next = None;
    for key in keys {
        let mut until = key.signs_until;
        if until.is_none() || until == ended {
            until = next;
            end(transaction, key.id, until).await?;
        }
        if until.is_none_or(|until| key.signs_from < until) {
            next = Some(key.signs_from);
        }
    }
    Ok(())
}

async fn end(
    transaction: &Transaction,
    key: SigningKeyId,
    until: Option<Timestamp>,
) -> Result<(), DbErr> {
    signing_key::Entity::update_many()
        .col_expr(signing_key::Column::SignsUntil, Expr::value(until))
        .filter(signing_key::Column::Id.eq(key))
        .exec(transaction)
        .await?;
    Ok(())
}

/// The public keys, as `/.well-known/jwks.json` shows them (RFC 7517 §5).
///
/// # Errors
/// When the keys cannot be read.
pub async fn key_set(portal: &Portal, authority: &Authority) -> Result<Value, KeyError> {
    let ring = authority.keys(portal).await?;
    let keys: Vec<_> = ring.0.iter().map(|key| &key.public_jwk).collect();
    Ok(json!({ "keys": keys }))
}
