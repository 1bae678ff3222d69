//! Creates accounts for the portal itself: for its command line and the demo content.

use locales::Locale;
use sea_orm::DbErr;
use values::{NewPassword, PersonName};

use super::{
    Email, LinkPurpose, Overloaded, Passwords, administration,
    insert::{NewRow, insert},
    links, lookup,
    registration::consent_now,
};
use crate::{
    Actor, Error, Forbidden, Role, Scope, db::Transaction, from_common, ids::AccountId,
    store::Vault,
};

#[derive(Debug)]
pub struct NewAccount {
    pub given_name: PersonName,
    pub family_name: PersonName,
    pub email: Email,
    pub locale: Locale,
    /// With a password, the address counts as verified; without one, the account gets a link by
    /// mail.
    pub password: Option<NewPassword>,
    pub roles: Vec<Role>,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    #[error("there is an account with this address")]
    Taken,
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CreateError);

/// Creates an account. Only the portal itself may.
///
/// # Errors
/// [`CreateError::Taken`] when the address has an account, [`Error::Forbidden`] unless the
/// portal itself asks, [`CreateError::Overloaded`] when too many passwords are being hashed.
pub async fn create(
    scope: &Scope,
    passwords: &Passwords,
    vault: &Vault,
    account: NewAccount,
) -> Result<AccountId, CreateError> {
    if !matches!(scope.actor, Actor::System) {
        return Err(Forbidden.into());
    }
    let password_hash = match &account.password {
        Some(password) => Some(passwords.hasher.hash(password).await?),
        None => None,
    };
    let transaction = scope.portal.db.begin().await?;
    let id = create_in(&transaction, scope, vault, &account, password_hash).await?;
    transaction.commit().await?;
    id.ok_or(CreateError::Taken)
}

async fn create_in(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: &NewAccount,
    password_hash: Option<String>,
) -> Result<Option<AccountId>, DbErr> {
    let row = NewRow {
        given_name: &account.given_name,
        family_name: &account.family_name,
        email: &account.email,
        locale: account.locale,
        consent: consent_now(scope),
        password_hash,
    };
    let Some(id) = insert(transaction, scope, row).await? else {
        return Ok(None);
    };
    if !account.roles.is_empty() {
        administration::give(transaction, scope, id, &account.roles).await?;
        administration::record(transaction, scope, id, (&[], &account.roles)).await?;
    }
    if account.password.is_none()
        && let Some(row) = lookup::lock(transaction, id).await?
    {
        let purpose = LinkPurpose::Registration;
        links::send(transaction, scope, vault, &row, purpose, None).await?;
    }
    Ok(Some(id))
}
