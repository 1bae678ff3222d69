//! Showing the secret key to a member of the application's group.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{PublicKey, SecretKey, Unsealable, vault::Sealed};
use crate::{
    Person, Scope,
    applications::State,
    audit::{self, Action, Subject},
    clock::Timestamp,
    entities::{application, audit_event, credential, secret},
    groups,
    ids::ApplicationId,
};

/// Both keys in plain form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    pub public_key: PublicKey,
    pub secret_key: SecretKey,
}

#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// No approved application of a group of the asker's.
    #[error("no such credential")]
    NotFound,
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The keys of an approved application, for a member of its group. Each time is recorded.
///
/// # Errors
/// See [`RevealError`].
pub async fn reveal(scope: &Scope, id: ApplicationId) -> Result<Revealed, RevealError> {
    let person = scope.person().ok_or(RevealError::NotFound)?;
    let transaction = scope.portal.db.begin().await?;
    let (credential, secret) = credential_of(&transaction, person, id)
        .await?
        .ok_or(RevealError::NotFound)?;
    let sealed = Sealed {
        bytes: secret.sealed,
        version: secret.key_version,
    };
    let secret_key = scope.portal.vault.open(secret.id, &sealed)?;
    audit::record(
        &transaction,
        scope,
        Action::SecretRevealed,
        Subject::Application(id),
    )
    .await?;
    transaction.commit().await?;
    Ok(Revealed {
        public_key: credential.public_key,
        secret_key,
    })
}

async fn credential_of(
    db: &impl ConnectionTrait,
    person: &Person,
    id: ApplicationId,
) -> Result<Option<(credential::Model, secret::Model)>, DbErr> {
    let application = application::Entity::find_by_id(id)
        .filter(application::Column::State.eq(State::Approved))
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .one(db)
        .await?;
    if application.is_none() {
        return Ok(None);
    }
    let Some(credential) = credential::Entity::find()
        .filter(credential::Column::ApplicationId.eq(id))
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let secret = secret::Entity::find()
        .filter(secret::Column::CredentialId.eq(credential.id))
        .order_by_desc(secret::Column::CreatedAt)
        .one(db)
        .await?;
    Ok(secret.map(|secret| (credential, secret)))
}

/// When the secret keys of these applications were last looked at.
pub(crate) async fn last_reveals(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
) -> Result<HashMap<ApplicationId, Timestamp>, DbErr> {
    let rows: Vec<(ApplicationId, Timestamp)> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::SubjectId)
        .column_as(audit_event::Column::At.max(), "last")
        .filter(audit_event::Column::SubjectKind.eq(Subject::APPLICATION))
        .filter(audit_event::Column::SubjectId.is_in(applications.iter().map(|id| id.0)))
        .filter(audit_event::Column::Action.eq(Action::SecretRevealed))
        .group_by(audit_event::Column::SubjectId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
