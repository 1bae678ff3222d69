//! Issues the credential of an approved application.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::{PublicKey, SecretKey, Vault};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::{credential, secret},
    ids::{ApplicationId, CredentialId, Id, SecretId},
    random::Random,
};

/// Makes both keys. An application has one credential; a second one breaks a constraint.
pub(crate) async fn issue(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    application: ApplicationId,
) -> Result<PublicKey, DbErr> {
    let credential = credential::ActiveModel {
        id: Set(scope.portal.new_id()),
        application_id: Set(application),
        public_key: Set(PublicKey::generate(scope.portal.random.as_ref())),
        created_at: Set(scope.now()),
    }
    .insert(transaction)
    .await?;
    let first = NewRow {
        id: scope.portal.new_id(),
        credential: credential.id,
        label: String::new(),
        expires_at: None,
    };
    insert(transaction, scope, vault, first).await?;
    Ok(credential.public_key)
}

/// The rows of both keys, for an application that is inserted among many.
pub(crate) fn make(
    vault: &Vault,
    random: &dyn Random,
    application: ApplicationId,
    at: Timestamp,
) -> (credential::ActiveModel, secret::ActiveModel) {
    let credential = CredentialId::generate(at, random);
    let new = NewRow {
        id: SecretId::generate(at, random),
        credential,
        label: String::new(),
        expires_at: None,
    };
    let keys = credential::ActiveModel {
        id: Set(credential),
        application_id: Set(application),
        public_key: Set(PublicKey::generate(random)),
        created_at: Set(at),
    };
    (keys, sealed(vault, random, at, new).1)
}

/// The properties of a new secret besides its key.
pub(super) struct NewRow {
    pub id: SecretId,
    pub credential: CredentialId,
    pub label: String,
    pub expires_at: Option<Timestamp>,
}

/// Makes a secret key and stores it sealed.
pub(super) async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    new: NewRow,
) -> Result<SecretKey, DbErr> {
    let (secret, row) = sealed(vault, scope.portal.random.as_ref(), scope.now(), new);
    row.insert(transaction).await?;
    Ok(secret)
}

fn sealed(
    vault: &Vault,
    random: &dyn Random,
    at: Timestamp,
    new: NewRow,
) -> (SecretKey, secret::ActiveModel) {
    let secret = SecretKey::generate(random);
    let sealed = vault.seal(new.id, &secret, random);
    let row = secret::ActiveModel {
        id: Set(new.id),
        credential_id: Set(new.credential),
        hash: Set(secret.hash().to_vec()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        created_at: Set(at),
        label: Set(new.label),
        expires_at: Set(new.expires_at),
        revoked_at: Set(None),
        last_used_at: Set(None),
        uses: Set(0),
    };
    (secret, row)
}

/// The public keys of those of these applications that have one.
pub(crate) async fn public_keys(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
) -> Result<HashMap<ApplicationId, PublicKey>, DbErr> {
    if applications.is_empty() {
        return Ok(HashMap::new());
    }
    let credentials = credential::Entity::find()
        .filter(credential::Column::ApplicationId.is_in(applications.iter().copied()))
        .all(db)
        .await?;
    Ok(credentials
        .into_iter()
        .map(|row| (row.application_id, row.public_key))
        .collect())
}
