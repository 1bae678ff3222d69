//! Making the credential of an application that is approved.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::{PublicKey, SecretKey};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::{credential, secret},
    ids::{ApplicationId, CredentialId, SecretId},
};

/// Makes both keys. An application has one credential: a second is a broken constraint.
pub(crate) async fn issue(
    transaction: &Transaction,
    scope: &Scope,
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
    insert(transaction, scope, first).await?;
    Ok(credential.public_key)
}

/// What a new secret is besides its key.
pub(super) struct NewRow {
    pub id: SecretId,
    pub credential: CredentialId,
    pub label: String,
    pub expires_at: Option<Timestamp>,
}

/// Makes the key and stores it sealed.
pub(super) async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    new: NewRow,
) -> Result<SecretKey, DbErr> {
    let portal = &scope.portal;
    let secret = SecretKey::generate(portal.random.as_ref());
    let sealed = portal.vault.seal(new.id, &secret, portal.random.as_ref());
    secret::ActiveModel {
        id: Set(new.id),
        credential_id: Set(new.credential),
        hash: Set(secret.hash().to_vec()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        created_at: Set(scope.now()),
        label: Set(new.label),
        expires_at: Set(new.expires_at),
        revoked_at: Set(None),
        last_used_at: Set(None),
        uses: Set(0),
    }
    .insert(transaction)
    .await?;
    Ok(secret)
}

/// The public keys of those applications that have one.
pub(crate) async fn public_keys(
    db: &impl ConnectionTrait,
    applications: &[ApplicationId],
) -> Result<HashMap<ApplicationId, PublicKey>, DbErr> {
    let credentials = credential::Entity::find()
        .filter(credential::Column::ApplicationId.is_in(applications.iter().copied()))
        .all(db)
        .await?;
    Ok(credentials
        .into_iter()
        .map(|row| (row.application_id, row.public_key))
        .collect())
}
