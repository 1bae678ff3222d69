//! Proves who somebody is by address and password, for what that allows: a session or a token.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

use super::{Email, Passwords, SignInError, check::check, lookup, throttle::Attempt};
use crate::{Scope, db::Transaction, entities::account, ids::AccountId};

/// An account whose address and password were given. Its end must be recorded.
#[must_use = "says how the try ended"]
pub(crate) struct ProvenPassword {
    pub(super) account: account::Model,
    attempt: Attempt,
}

/// Checks address and password. Takes as long for an unknown address as for a wrong password.
///
/// # Errors
/// As [`super::sign_in()`].
pub(crate) async fn prove_password(
    scope: &Scope,
    passwords: &Passwords,
    email: &str,
    password: &str,
) -> Result<ProvenPassword, SignInError> {
    let account = verified(scope, email).await?;
    let hash = account.as_ref().and_then(|it| it.password_hash.as_deref());
    let attempt = check(scope, passwords, email, hash, password).await?;
    match account {
        Some(account) => Ok(ProvenPassword { account, attempt }),
        None => attempt.settle(scope, Err(SignInError::Credentials)).await,
    }
}

impl ProvenPassword {
    pub const fn account(&self) -> AccountId {
        self.account.id
    }

    /// A mark of the password that was given.
    pub fn mark(&self) -> Vec<u8> {
        mark(&self.account).unwrap_or_default()
    }

    /// Records the sign-in, in the transaction of what it allows; false when the password was
    /// changed since it was checked, so that nothing is allowed.
    pub async fn record(&self, scope: &Scope, transaction: &Transaction) -> Result<bool, DbErr> {
        if !record_sign_in(transaction, scope, &self.account).await? {
            return Ok(false);
        }
        self.attempt.succeeded(scope, transaction).await?;
        Ok(true)
    }

    /// Whether the account asks for more than the password.
    pub const fn needs_factor(&self) -> bool {
        self.account.second_factor_at.is_some()
    }

    /// Notes that the password is right and that more is asked for, in the transaction of what that
    /// allows; false when the password was changed since it was checked. No failure is forgiven:
    /// whoever has the password would guess on.
    pub async fn record_half(&self, transaction: &Transaction) -> Result<bool, DbErr> {
        let account = lookup::lock(transaction, self.account.id).await?;
        let hash = account.and_then(|account| account.password_hash);
        if hash != self.account.password_hash {
            return Ok(false);
        }
        self.attempt.give_back(transaction).await?;
        Ok(true)
    }

    /// Ends the try by the outcome of what the password allows.
    pub async fn settle<T, E>(self, scope: &Scope, outcome: Result<T, E>) -> Result<T, E> {
        self.attempt.settle(scope, outcome).await
    }
}

/// A mark of the password of an account, which another password does not have; `None` without
/// account or password. It tells nothing of the password: the stored hash has a salt.
pub(crate) async fn password_mark(
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<Vec<u8>>, DbErr> {
    let account = account::Entity::find_by_id(id).one(db).await?;
    Ok(account.as_ref().and_then(mark))
}

fn mark(account: &account::Model) -> Option<Vec<u8>> {
    let hash = account.password_hash.as_ref()?;
    Some(Sha256::digest(hash).to_vec())
}

/// The account of the typed address, if the address was verified.
async fn verified(scope: &Scope, typed: &str) -> Result<Option<account::Model>, DbErr> {
    let Ok(email) = Email::parse(typed) else {
        return Ok(None);
    };
    let account = lookup::by_email(scope.portal.db.reader(), &email).await?;
    Ok(account.filter(|account| account.email_verified_at.is_some()))
}

/// Records the sign-in if the password is still the one that was checked. A change of the password
/// ends every session, and must not miss one that is just being opened.
async fn record_sign_in(
    transaction: &Transaction,
    scope: &Scope,
    account: &account::Model,
) -> Result<bool, DbErr> {
    let recorded = account::Entity::update_many()
        .col_expr(account::Column::LastSignInAt, scope.now().into())
        .filter(account::Column::Id.eq(account.id))
        .filter(account::Column::PasswordHash.eq(account.password_hash.clone()))
        .exec(transaction)
        .await?;
    Ok(recorded.rows_affected == 1)
}
