//! Adds a secret beside the existing ones, so that programs change over without an outage.

use sea_orm::{DbErr, EntityTrait};
use values::SecretLabel;

use super::{
    Expiry, InvalidDate, MAX_SECRETS, PublicKey, RevealedKeys, Unsealable, Vault,
    find::{GroupCredential, credential_of, secrets_to_change},
    issue::{NewRow, insert},
    notices::{self, notify},
    reveal::{open, record_reveal},
};
use crate::{
    Error, Forbidden, Person, Scope,
    accounts::{TooOften, throttle},
    applications::ApplicationState,
    audit::{self, Action, Subject},
    changes,
    clock::Timestamp,
    db::Transaction,
    entities::secret,
    from_common,
    groups::{self, GroupRight},
    ids::{ApplicationId, SecretId},
    jobs::{self, EventSubject, Mail},
    vocabulary::{ChangeKind, EventKind},
};

#[derive(Clone, Debug)]
pub struct NewSecret {
    /// Made with the form, so that sending it twice makes one secret.
    pub id: SecretId,
    pub label: SecretLabel,
    pub expiry: Expiry,
}

#[derive(Debug, thiserror::Error)]
pub enum AddSecretError {
    /// The application has the largest number of active secrets.
    #[error("the application has three active secrets")]
    TooMany,
    /// An active secret of the application has this label.
    #[error("another active secret has the label")]
    LabelTaken,
    #[error(transparent)]
    InvalidDate(#[from] InvalidDate),
    /// The form was sent before, and its secret has ended.
    #[error("the secret was made and is over")]
    Over,
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AddSecretError);

/// A secret that was added, and not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnseenSecret {
    pub public_key: PublicKey,
    pub secret: SecretId,
}

/// Adds a secret to an approved application, for an owner of its group, and shows it.
///
/// # Errors
/// [`AddSecretError::TooMany`] when the application has the largest number of active secrets,
/// [`AddSecretError::LabelTaken`] when one of them has the label, [`AddSecretError::Unconfirmed`]
/// until the asker gives the password again, [`Error::Forbidden`] for a member who is no
/// owner.
pub async fn add_secret(
    scope: &Scope,
    vault: &Vault,
    application: ApplicationId,
    new: NewSecret,
) -> Result<RevealedKeys, AddSecretError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let found = to_change(&transaction, scope, person, application).await?;
    let there = secrets_to_change(&transaction, found.credential.id).await?;
    if let Some(made) = there.iter().find(|secret| secret.id == new.id) {
        let revealed = again(&transaction, scope, vault, &found, made).await?;
        transaction.commit().await?;
        return Ok(revealed);
    }
    let made = make(&transaction, scope, vault, (person, &found, &there), new).await?;
    record_reveal(&transaction, scope, application, made.secret).await?;
    commit(transaction, scope, application).await?;
    Ok(made)
}

/// The same for whoever must not see it: it is shown to nobody, so that no reveal is recorded.
///
/// # Errors
/// As [`add_secret`].
pub async fn add_unseen_secret(
    scope: &Scope,
    vault: &Vault,
    application: ApplicationId,
    new: NewSecret,
) -> Result<UnseenSecret, AddSecretError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let found = to_change(&transaction, scope, person, application).await?;
    let there = secrets_to_change(&transaction, found.credential.id).await?;
    let made = make(&transaction, scope, vault, (person, &found, &there), new).await?;
    commit(transaction, scope, application).await?;
    Ok(UnseenSecret {
        public_key: made.public_key,
        secret: made.secret,
    })
}

/// The credential of an approved application, for whoever may change its keys now.
async fn to_change(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    application: ApplicationId,
) -> Result<GroupCredential, AddSecretError> {
    let approved = [ApplicationState::Approved];
    let found = credential_of(transaction, person, application, &approved).await?;
    let found = found.ok_or(Error::NotFound("no such credential"))?;
    // Held until the secret is made: whoever is removed meanwhile gets none.
    let role = groups::hold_role(transaction, found.group, person.id).await?;
    if !role.is_some_and(|role| role.may(GroupRight::ChangeKeys)) {
        return Err(Forbidden.into());
    }
    if !scope.may_change_keys() {
        return Err(AddSecretError::Unconfirmed);
    }
    Ok(found)
}

/// Makes one more secret beside those that are there, and records it.
async fn make(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    (person, found, there): (&Person, &GroupCredential, &[secret::Model]),
    new: NewSecret,
) -> Result<RevealedKeys, AddSecretError> {
    let new = NewSecret {
        id: free_id(transaction, scope, new.id).await?,
        ..new
    };
    let expires_at = check(there, &new, scope.now())?;
    throttle::count_act(transaction, scope, person.id).await??;
    let row = NewRow {
        id: new.id,
        credential: found.credential.id,
        label: new.label.to_string(),
        expires_at,
    };
    let secret_key = insert(transaction, scope, vault, row).await?;
    if let Some(end) = expires_at {
        notices::pass(transaction, scope, new.id, end).await?;
    }
    let application = found.credential.application_id;
    record(transaction, scope, person, application, &new).await?;
    Ok(RevealedKeys {
        public_key: found.credential.public_key.clone(),
        secret: new.id,
        secret_key,
    })
}

async fn commit(
    transaction: Transaction,
    scope: &Scope,
    application: ApplicationId,
) -> Result<(), DbErr> {
    let changed = [(ChangeKind::Application, application.0)];
    changes::commit(transaction, scope, &changed).await
}

/// The identifier of the form, unless a secret of another application has it.
async fn free_id(
    transaction: &Transaction,
    scope: &Scope,
    id: SecretId,
) -> Result<SecretId, DbErr> {
    let taken = secret::Entity::find_by_id(id).one(transaction).await?;
    Ok(taken.map_or(id, |_| scope.portal.new_id()))
}

/// The end of the new secret, if one more is allowed.
fn check(
    there: &[secret::Model],
    new: &NewSecret,
    now: Timestamp,
) -> Result<Option<Timestamp>, AddSecretError> {
    let active = || there.iter().filter(|secret| secret.is_active(now));
    if active().count() >= MAX_SECRETS {
        return Err(AddSecretError::TooMany);
    }
    if active().any(|secret| secret.label == new.label.as_str()) {
        return Err(AddSecretError::LabelTaken);
    }
    Ok(new.expiry.end(now)?)
}

/// The answer to a form that was sent before.
async fn again(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    found: &GroupCredential,
    made: &secret::Model,
) -> Result<RevealedKeys, AddSecretError> {
    if !made.is_active(scope.now()) {
        return Err(AddSecretError::Over);
    }
    let revealed = open(vault, &found.credential, made)?;
    record_reveal(transaction, scope, found.credential.application_id, made.id).await?;
    Ok(revealed)
}

/// Records that the secret was added, and tells of it.
async fn record(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    application: ApplicationId,
    new: &NewSecret,
) -> Result<(), DbErr> {
    let subject = Subject::Application(application);
    let details = Some(format!("{} {}", new.id, new.label));
    audit::record_with(transaction, scope, Action::SecretAdded, subject, details).await?;
    let mail = Mail::SecretAdded {
        secret: new.id,
        by: person.id,
    };
    notify(transaction, scope, application, mail).await?;
    let about = EventSubject::Key {
        application,
        key: new.id,
    };
    jobs::notify(transaction, scope, EventKind::KeyAdded, about).await
}
