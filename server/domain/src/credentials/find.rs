//! Finds credentials of applications that the asker may see or change.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::PublicKey;
use crate::{
    Person,
    applications::{self, ApplicationState},
    db::Transaction,
    entities::{credential, secret},
    groups::{self, GroupRight, MemberRole},
    ids::{ApplicationId, CredentialId, GroupId},
};

/// A credential, and the asker's role in the group that owns it.
pub(super) struct GroupCredential {
    pub credential: credential::Model,
    pub group: GroupId,
    pub role: MemberRole,
}

/// The credential of an application in one of `states`, for whoever may see keys of its group.
pub(super) async fn credential_of(
    db: &impl ConnectionTrait,
    person: &Person,
    id: ApplicationId,
    states: &[ApplicationState],
) -> Result<Option<GroupCredential>, DbErr> {
    let application = applications::find(db, id).await?;
    let Some(application) = application.filter(|it| states.contains(&it.state)) else {
        return Ok(None);
    };
    let group = application.group_id;
    let role = groups::role_in(db, group, person.id).await?;
    let Some(role) = role.filter(|role| role.may(GroupRight::UseKeys)) else {
        return Ok(None);
    };
    let credential = credential::Entity::find()
        .filter(credential::Column::ApplicationId.eq(id))
        .one(db)
        .await?;
    Ok(credential.map(|credential| GroupCredential {
        credential,
        group,
        role,
    }))
}

/// The application with this public key.
pub(crate) async fn owner_of(
    db: &impl ConnectionTrait,
    key: PublicKey,
) -> Result<Option<ApplicationId>, DbErr> {
    credential::Entity::find()
        .select_only()
        .column(credential::Column::ApplicationId)
        .filter(credential::Column::PublicKey.eq(key))
        .into_tuple()
        .one(db)
        .await
}

/// All secrets of a credential, the newest first.
pub(super) async fn secrets_in(
    db: &impl ConnectionTrait,
    credential: CredentialId,
) -> Result<Vec<secret::Model>, DbErr> {
    secret::Entity::find()
        .filter(secret::Column::CredentialId.eq(credential))
        .order_by_desc(secret::Column::CreatedAt)
        .order_by_desc(secret::Column::Id)
        .all(db)
        .await
}

/// All secrets of a credential, locked for a change: on `PostgreSQL` the credential's row makes
/// others wait until the transaction ends, on `SQLite` the transaction itself does.
pub(super) async fn secrets_to_change(
    transaction: &Transaction,
    credential: CredentialId,
) -> Result<Vec<secret::Model>, DbErr> {
    credential::Entity::find_by_id(credential)
        .lock_exclusive()
        .one(transaction)
        .await?;
    secrets_in(transaction, credential).await
}
