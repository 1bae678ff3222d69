//! Signing keys in the database. The private part is sealed like the applications' secrets.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    QueryOrder, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{KeyRing, Pair, SigningKey};
use crate::{
    Forbidden, Portal, Role, Scope,
    audit::{self, Action, Subject},
    changes,
    clock::Timestamp,
    db::Transaction,
    entities::signing_key,
    ids::SigningKeyId,
    oauth::{Algorithm, Authority},
    store::{SealedSecret, Unsealable, Vault},
    vocabulary::ChangeKind,
};

/// How long a new key is published before it signs, so that holders of an older key set fetch the
/// new one.
const ANNOUNCED_BEFORE: TimeDelta = TimeDelta::hours(24);

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("no such key")]
    NotFound,
    /// It was sealed with another key-encryption key, or changed.
    #[error("a signing key does not open: is this the key-encryption key it was sealed with?")]
    Sealed(#[from] Unsealable),
    #[error("no key can be made")]
    Generate,
    #[error("a signing key cannot be read: {0}")]
    Read(#[from] jsonwebtoken::errors::Error),
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A key as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKeyView {
    pub id: SigningKeyId,
    pub algorithm: Algorithm,
    pub signs_from: Timestamp,
    pub signs_until: Option<Timestamp>,
}

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
fn useful(portal: &Portal) -> sea_orm::Select<signing_key::Entity> {
    let lifetime = portal.settings.lifetimes.access_token;
    let ended = portal.now() - lifetime;
    signing_key::Entity::find().filter(
        Condition::any()
            .add(signing_key::Column::SignsUntil.is_null())
            .add(signing_key::Column::SignsUntil.gt(ended)),
    )
}

/// Whether the newest key can be opened with the portal's key-encryption key; `None` when there is
/// no key yet.
///
/// # Errors
/// [`KeyError::Forbidden`] for whoever is no administrator. A key that cannot be opened is no
/// error.
pub async fn newest_key_opens(scope: &Scope, vault: &Vault) -> Result<Option<bool>, KeyError> {
    scope.require(Role::Administrator)?;
    let newest = signing_key::Entity::find()
        .order_by_desc(signing_key::Column::CreatedAt)
        .one(scope.portal.db.reader())
        .await?;
    Ok(newest.map(|row| open(vault, row).is_ok()))
}

fn open(vault: &Vault, row: signing_key::Model) -> Result<SigningKey, KeyError> {
    let sealed = SealedSecret {
        bytes: row.sealed,
        version: row.key_version,
    };
    let pkcs8 = vault.open_bytes(row.id.0, &sealed)?;
    let pair = Pair::from_pkcs8(row.algorithm, &pkcs8).map_err(|_| Unsealable)?;
    let signs = (row.signs_from, row.signs_until);
    Ok(SigningKey::new(row.id, row.algorithm, pair, signs)?)
}

async fn insert(
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

/// Makes a key that is published at once and signs after a day, when the keys before it stop
/// signing; their tokens stay good until they expire. `at_once` skips the day.
///
/// # Errors
/// [`KeyError::Forbidden`] for whoever is no administrator, [`KeyError::Generate`] when no key
/// can be made.
pub async fn rotate_keys(
    scope: &Scope,
    vault: &Vault,
    algorithm: Algorithm,
    at_once: bool,
) -> Result<SigningKeyId, KeyError> {
    scope.require(Role::Administrator)?;
    let from = scope.now()
        + if at_once {
            TimeDelta::zero()
        } else {
            ANNOUNCED_BEFORE
        };
    let transaction = scope.portal.db.begin().await?;
    end_all(&transaction, from).await?;
    let id = insert(&scope.portal, vault, &transaction, algorithm, from).await?;
    commit(transaction, scope, Action::SigningKeyAdded, id).await?;
    Ok(id)
}

/// Ends every key when the new one begins.
async fn end_all(transaction: &Transaction, at: Timestamp) -> Result<(), DbErr> {
    signing_key::Entity::update_many()
        .col_expr(signing_key::Column::SignsUntil, Expr::value(at))
        .filter(
            Condition::any()
                .add(signing_key::Column::SignsUntil.is_null())
                .add(signing_key::Column::SignsUntil.gt(at)),
        )
        .exec(transaction)
        .await?;
    Ok(())
}

/// Deletes a key, so that its tokens are refused. If it had not begun to sign, the key before it
/// continues until the next announced one begins. When no key can sign now, the next token makes
/// one.
///
/// # Errors
/// [`KeyError::NotFound`] when there is no such key, [`KeyError::Forbidden`] for whoever is no
/// administrator.
pub async fn withdraw_key(scope: &Scope, id: SigningKeyId) -> Result<(), KeyError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let key = signing_key::Entity::find_by_id(id)
        .one(&transaction)
        .await?;
    let key = key.ok_or(KeyError::NotFound)?;
    signing_key::Entity::delete_by_id(id)
        .exec(&transaction)
        .await?;
    if key.signs_from > scope.now() {
        end_with_next(&scope.portal, &transaction, Some(key.signs_from)).await?;
    }
    commit(transaction, scope, Action::SigningKeyWithdrawn, id).await?;
    Ok(())
}

/// Ends the keys without an end, or with this end, when the next key begins that will sign; the
/// last key has no end.
async fn end_with_next(
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

async fn commit(
    transaction: Transaction,
    scope: &Scope,
    action: Action,
    id: SigningKeyId,
) -> Result<(), DbErr> {
    audit::record(&transaction, scope, action, Subject::SigningKey(id)).await?;
    changes::commit(
        transaction,
        scope,
        &[(ChangeKind::SigningKeys, Uuid::nil())],
    )
    .await
}

/// All stored keys, the oldest first.
///
/// # Errors
/// [`KeyError::Forbidden`] for whoever is no administrator.
pub async fn keys_of(scope: &Scope) -> Result<Vec<SigningKeyView>, KeyError> {
    scope.require(Role::Administrator)?;
    let rows = useful(&scope.portal)
        .order_by_asc(signing_key::Column::SignsFrom)
        .all(scope.portal.db.reader())
        .await?;
    let view = |row: signing_key::Model| SigningKeyView {
        id: row.id,
        algorithm: row.algorithm,
        signs_from: row.signs_from,
        signs_until: row.signs_until,
    };
    Ok(rows.into_iter().map(view).collect())
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
