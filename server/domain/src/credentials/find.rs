//! The credential of an application that the asker may see or change.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Person,
    applications::State,
    db::Transaction,
    entities::{application, credential, secret},
    groups::{self, MemberRole},
    ids::{ApplicationId, CredentialId, GroupId},
};

/// The credential, and the role of the asker in the group that it belongs to.
pub(super) struct GroupCredential {
    pub credential: credential::Model,
    pub group: GroupId,
    pub role: MemberRole,
}

/// For a member of the application's group, while it is in one of `states`.
pub(super) async fn credential_of(
    db: &impl ConnectionTrait,
    person: &Person,
    id: ApplicationId,
    states: &[State],
) -> Result<Option<GroupCredential>, DbErr> {
    let application = application::Entity::find_by_id(id)
        .filter(application::Column::State.is_in(states.iter().copied()))
        .filter(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
        .one(db)
        .await?;
    let Some(group) = application.and_then(|it| it.group_id) else {
        return Ok(None);
    };
    let credential = credential::Entity::find()
        .filter(credential::Column::ApplicationId.eq(id))
        .one(db)
        .await?;
    let role = groups::role_in(db, group, person.id).await?;
    Ok(credential
        .zip(role)
        .map(|(credential, role)| GroupCredential {
            credential,
            group,
            role,
        }))
}

/// All secrets of a credential, the newest first.
pub(crate) async fn secrets_in(
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

/// The same for whoever changes them: on `PostgreSQL` the credential's row makes others wait for
/// this transaction to end, on `SQLite` the transaction itself does.
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
