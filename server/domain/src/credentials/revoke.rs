//! Revokes a secret, at once or after a time in which programs change over.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel, Set};

use super::{
    InvalidDate, RevocationTime,
    find::{credential_of, secrets_to_change},
    notices::{self, notify},
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevokeChoice {
    pub when: RevocationTime,
    /// Whether the asker confirmed that no secret will be left.
    pub last_confirmed: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum RevokeSecretError {
    /// No secret is left after this one ends, and the asker did not confirm that.
    #[error("the last active secret")]
    LastSecret,
    /// It is revoked or expired already.
    #[error("the secret is over already")]
    Over,
    /// It ends sooner than the chosen time: revoking never makes a secret last longer.
    #[error("the secret ends sooner")]
    EndsSooner { at: Timestamp },
    #[error(transparent)]
    InvalidDate(#[from] InvalidDate),
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(RevokeSecretError);

/// Revokes a secret of an application, for an owner of its group.
///
/// # Errors
/// [`RevokeSecretError::Over`] when it is revoked or expired already,
/// [`RevokeSecretError::EndsSooner`] when it ends before the chosen time anyway,
/// [`RevokeSecretError::LastSecret`] when no other is left and that was not confirmed,
/// [`RevokeSecretError::Unconfirmed`] until the asker gives the password again.
pub async fn revoke_secret(
    scope: &Scope,
    application: ApplicationId,
    id: SecretId,
    choice: RevokeChoice,
) -> Result<(), RevokeSecretError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let states = [ApplicationState::Approved, ApplicationState::Suspended];
    let found = credential_of(&transaction, person, application, &states).await?;
    let found = found.ok_or(Error::NotFound("no such secret"))?;
    let role = groups::hold_role(&transaction, found.group, person.id).await?;
    let secrets = secrets_to_change(&transaction, found.credential.id).await?;
    let secret = secrets.iter().find(|secret| secret.id == id);
    let secret = secret.ok_or(Error::NotFound("no such secret"))?;
    if !role.is_some_and(|role| role.may(GroupRight::ChangeKeys)) {
        return Err(Forbidden.into());
    }
    let end = check(&secrets, secret, choice, scope.now())?;
    if !scope.may_change_keys() {
        return Err(RevokeSecretError::Unconfirmed);
    }
    // Revoking at once is never throttled.
    if choice.when != RevocationTime::Now {
        throttle::count_act(&transaction, scope, person.id).await??;
    }
    store(&transaction, scope, secret.clone(), end).await?;
    record(&transaction, scope, person, (application, id), end).await?;
    changes::commit(
        transaction,
        scope,
        &[(ChangeKind::Application, application.0)],
    )
    .await?;
    Ok(())
}

/// The end of the secret, if it may be revoked.
fn check(
    all: &[secret::Model],
    this: &secret::Model,
    choice: RevokeChoice,
    now: Timestamp,
) -> Result<Timestamp, RevokeSecretError> {
    if !this.is_active(now) {
        return Err(RevokeSecretError::Over);
    }
    let end = choice.when.end(now)?;
    if let Some(at) = this.expires_at.filter(|at| *at <= end) {
        return Err(RevokeSecretError::EndsSooner { at });
    }
    let others = all.iter().filter(|secret| secret.id != this.id);
    if !choice.last_confirmed && !others.into_iter().any(|secret| secret.is_active(end)) {
        return Err(RevokeSecretError::LastSecret);
    }
    Ok(end)
}

async fn store(
    transaction: &Transaction,
    scope: &Scope,
    secret: secret::Model,
    end: Timestamp,
) -> Result<(), DbErr> {
    let id = secret.id;
    let mut row = secret.into_active_model();
    if end <= scope.now() {
        row.revoked_at = Set(Some(end));
    } else {
        row.expires_at = Set(Some(end));
        notices::pass(transaction, scope, id, end).await?;
    }
    row.update(transaction).await?;
    Ok(())
}

async fn record(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    (application, secret): (ApplicationId, SecretId),
    end: Timestamp,
) -> Result<(), DbErr> {
    let subject = Subject::Application(application);
    let details = Some(format!("{secret} {}", end.to_rfc3339()));
    audit::record_with(transaction, scope, Action::SecretRevoked, subject, details).await?;
    let by = person.id;
    let mail = Mail::SecretRevoked { secret, by };
    notify(transaction, scope, application, mail).await?;
    let about = EventSubject::Key {
        application,
        key: secret,
    };
    jobs::notify(transaction, scope, EventKind::KeyRevoked, about).await
}
