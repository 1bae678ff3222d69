//! Reveals a secret key to whoever may see keys of the application's group.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};

use super::{
    PublicKey, SealedSecret, SecretKey, Unsealable, Vault,
    find::{credential_of, secrets_in},
};
use crate::{
    Error, Scope,
    applications::ApplicationState,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{credential, secret},
    from_common,
    groups::{self, GroupRight},
    ids::{AccountId, ApplicationId, GroupId, SecretId},
};

/// Both keys in plain form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealedKeys {
    pub public_key: PublicKey,
    pub secret: SecretId,
    pub secret_key: SecretKey,
}

#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(RevealError);

/// The public key and the chosen active secret key of an approved application, for whoever
/// may see keys of its group. The audit trail records each time.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not see them and for a secret that is not active,
/// [`RevealError::Unconfirmed`] until the asker gives the password again, [`RevealError::Sealed`]
/// when the secret cannot be decrypted.
pub async fn reveal(
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
    secret: SecretId,
) -> Result<RevealedKeys, RevealError> {
    let person = scope
        .person()
        .ok_or(Error::NotFound("no such credential"))?;
    let transaction = scope.portal.db.begin().await?;
    let found = credential_of(&transaction, person, id, &[ApplicationState::Approved])
        .await?
        .ok_or(Error::NotFound("no such credential"))?;
    require_keys(&transaction, found.group, person.id).await?;
    let secret = secrets_in(&transaction, found.credential.id)
        .await?
        .into_iter()
        .find(|row| row.id == secret && row.is_active(scope.now()))
        .ok_or(Error::NotFound("no such credential"))?;
    if !scope.is_confirmed() {
        return Err(RevealError::Unconfirmed);
    }
    let revealed = open(vault, &found.credential, &secret)?;
    record_reveal(&transaction, scope, id, secret.id).await?;
    transaction.commit().await?;
    Ok(revealed)
}

/// Holds the membership of whoever sees keys, so that nobody is shown one after their removal.
pub(super) async fn require_keys(
    transaction: &Transaction,
    group: GroupId,
    person: AccountId,
) -> Result<(), Error> {
    let role = groups::hold_role(transaction, group, person).await?;
    let may = role.is_some_and(|role| role.may(GroupRight::UseKeys));
    may.then_some(())
        .ok_or(Error::NotFound("no such credential"))
}

pub(super) async fn record_reveal(
    transaction: &Transaction,
    scope: &Scope,
    application: ApplicationId,
    secret: SecretId,
) -> Result<(), DbErr> {
    let subject = Subject::Application(application);
    let details = Some(secret.to_string());
    audit::record_with(transaction, scope, Action::SecretRevealed, subject, details).await
}

pub(super) fn open(
    vault: &Vault,
    credential: &credential::Model,
    secret: &secret::Model,
) -> Result<RevealedKeys, Unsealable> {
    let sealed = SealedSecret {
        bytes: secret.sealed.clone(),
        version: secret.key_version,
    };
    Ok(RevealedKeys {
        public_key: credential.public_key.clone(),
        secret: secret.id,
        secret_key: vault.open(secret.id, &sealed)?,
    })
}

/// When each secret key of these applications was last revealed.
pub(super) async fn last_reveals(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
) -> Result<HashMap<SecretId, Timestamp>, DbErr> {
    let (action, kind) = (Action::SecretRevealed, Subject::APPLICATION);
    let ids = applications.iter().map(|id| id.0);
    let rows = audit::last_times(db, action, kind, ids).await?;
    let of_secret = |(secret, at): (Option<String>, _)| Some((secret?.parse().ok()?, at));
    Ok(rows.into_iter().filter_map(of_secret).collect())
}
