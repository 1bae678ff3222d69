//! Making the credential of an application that is approved.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::{PublicKey, SecretKey};
use crate::{
    Scope,
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
    add_secret(transaction, scope, credential.id).await?;
    Ok(credential.public_key)
}

async fn add_secret(
    transaction: &Transaction,
    scope: &Scope,
    credential: CredentialId,
) -> Result<(), DbErr> {
    let portal = &scope.portal;
    let id = portal.new_id::<SecretId>();
    let secret = SecretKey::generate(portal.random.as_ref());
    let sealed = portal.vault.seal(id, &secret, portal.random.as_ref());
    secret::ActiveModel {
        id: Set(id),
        credential_id: Set(credential),
        hash: Set(secret.hash().to_vec()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        created_at: Set(scope.now()),
        ..Default::default()
    }
    .insert(transaction)
    .await?;
    Ok(())
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
