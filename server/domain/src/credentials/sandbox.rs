//! The sandbox credential of an application, which works while its request is pending, too.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict,
};

use super::{
    PublicKey, RevealError, RevealedKeys, SealedSecret, SecretKey, Vault, reveal::require_keys,
};
use crate::{
    Error, Scope,
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    entities::sandbox_credential,
    ids::{ApplicationId, SecretId},
    requests::{self, Status},
    vocabulary::ChangeKind,
};

/// Whether an application in this status may use its sandbox credential.
#[must_use]
pub const fn sandbox_is_open(status: Status) -> bool {
    matches!(
        status,
        Status::Pending | Status::AwaitingApplicant | Status::Approved
    )
}

/// The sandbox keys of a pending request or an approved application, for whoever may see keys of its
/// group. The audit trail records each time.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not see them, and once it is neither pending
/// nor approved; [`RevealError::Unconfirmed`] until the asker gives the password again.
pub async fn sandbox_keys(
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
) -> Result<RevealedKeys, RevealError> {
    let person = scope.person().ok_or(Error::NotFound("no such request"))?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id.request()).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    require_keys(&transaction, request.group_id, person.id).await?;
    let status = requests::status_for(&transaction, person, id).await?;
    if !status.is_some_and(sandbox_is_open) {
        return Err(Error::NotFound("no such request").into());
    }
    if !scope.is_confirmed() {
        return Err(RevealError::Unconfirmed);
    }
    let (row, is_new) = find_or_issue(&transaction, scope, vault, id).await?;
    let sealed = SealedSecret {
        bytes: row.sealed,
        version: row.key_version,
    };
    let secret_key = vault.open(row.id, &sealed)?;
    let subject = Subject::Application(id);
    audit::record(&transaction, scope, Action::SandboxKeysRevealed, subject).await?;
    let changed = is_new.then_some((ChangeKind::Application, id.0));
    changes::commit(transaction, scope, changed.as_slice()).await?;
    Ok(RevealedKeys {
        public_key: row.public_key,
        secret: row.id,
        secret_key,
    })
}

/// Finds the sandbox credential, or issues it when somebody first asks for it; tells whether it was
/// issued, so that it is announced.
async fn find_or_issue(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
) -> Result<(sandbox_credential::Model, bool), DbErr> {
    if let Some(row) = find(transaction, id).await? {
        return Ok((row, false));
    }
    issue(transaction, scope, vault, id).await?;
    let row = find(transaction, id).await?;
    let gone = || DbErr::RecordNotFound("sandbox credential".to_owned());
    Ok((row.ok_or_else(gone)?, true))
}

/// The public key for the sandbox, issued if there is none yet.
pub(crate) async fn ensure_public_key(
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
) -> Result<PublicKey, DbErr> {
    if let Some(row) = find(scope.portal.db.reader(), id).await? {
        return Ok(row.public_key);
    }
    let transaction = scope.portal.db.begin().await?;
    let (row, is_new) = find_or_issue(&transaction, scope, vault, id).await?;
    let changed = is_new.then_some((ChangeKind::Application, id.0));
    changes::commit(transaction, scope, changed.as_slice()).await?;
    Ok(row.public_key)
}

async fn find(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<sandbox_credential::Model>, DbErr> {
    sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::ApplicationId.eq(id))
        .one(db)
        .await
}

/// Issues the sandbox credential of an application, if it has none. The caller announces it.
pub(crate) async fn issue(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    application: ApplicationId,
) -> Result<(), DbErr> {
    let portal = &scope.portal;
    let id = portal.new_id::<SecretId>();
    let secret = SecretKey::generate(portal.random.as_ref());
    let sealed = vault.seal(id, &secret, portal.random.as_ref());
    let row = sandbox_credential::ActiveModel {
        id: Set(id),
        application_id: Set(application),
        public_key: Set(PublicKey::generate(portal.random.as_ref())),
        hash: Set(secret.hash().to_vec()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        created_at: Set(scope.now()),
    };
    let one_each = OnConflict::column(sandbox_credential::Column::ApplicationId)
        .do_nothing()
        .to_owned();
    sandbox_credential::Entity::insert(row)
        .on_conflict(one_each)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}
