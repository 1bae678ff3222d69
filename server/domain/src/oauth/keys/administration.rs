//! Signing keys as administrators list, replace and withdraw them.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use uuid::Uuid;

use super::store::{KeyError, end_with_next, insert, open, useful};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    changes,
    clock::Timestamp,
    db::Transaction,
    entities::signing_key,
    ids::SigningKeyId,
    oauth::Algorithm,
    store::Vault,
    vocabulary::ChangeKind,
};

/// How long a new key is published before it signs, so that holders of an older key set fetch the
/// new one.
const ANNOUNCED_BEFORE: TimeDelta = TimeDelta::hours(24);

/// A key as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKeyView {
    pub id: SigningKeyId,
    pub algorithm: Algorithm,
    pub signs_from: Timestamp,
    pub signs_until: Option<Timestamp>,
}

/// All stored keys, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
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

/// Whether the newest key can be opened with the portal's key-encryption key; `None` when there is
/// no key yet.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator. A key that cannot be opened is no
/// error.
pub async fn newest_key_opens(scope: &Scope, vault: &Vault) -> Result<Option<bool>, KeyError> {
    scope.require(Role::Administrator)?;
    let newest = signing_key::Entity::find()
        .order_by_desc(signing_key::Column::CreatedAt)
        .one(scope.portal.db.reader())
        .await?;
    Ok(newest.map(|row| open(vault, row).is_ok()))
}

/// Makes a key that is published at once and signs after a day, when the keys before it stop
/// signing; their tokens stay good until they expire. `at_once` skips the day.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator, [`KeyError::Generate`] when no key
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
/// [`Error::NotFound`] when there is no such key, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn withdraw_key(scope: &Scope, id: SigningKeyId) -> Result<(), KeyError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let key = signing_key::Entity::find_by_id(id)
        .one(&transaction)
        .await?;
    let key = key.ok_or(Error::NotFound("no such key"))?;
    signing_key::Entity::delete_by_id(id)
        .exec(&transaction)
        .await?;
    if key.signs_from > scope.now() {
        end_with_next(&scope.portal, &transaction, Some(key.signs_from)).await?;
    }
    commit(transaction, scope, Action::SigningKeyWithdrawn, id).await?;
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
