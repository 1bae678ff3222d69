//! Creating a group; whoever does is its owner.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict,
};
use values::{Cnpj, GroupName, LegalName, Phone};

use super::MemberRole;
use crate::{
    Forbidden, Person, Scope,
    accounts::Email,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{membership, permission_group},
    ids::GroupId,
};

#[derive(Clone, Debug)]
pub struct NewGroup {
    pub legal_name: LegalName,
    pub cnpj: Cnpj,
    pub name: GroupName,
    pub email: Email,
    pub phone: Phone,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateGroupError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Creates a group. The same person sending the same form twice gets the same group.
///
/// # Errors
/// See [`CreateGroupError`].
pub async fn create(scope: &Scope, group: NewGroup) -> Result<GroupId, CreateGroupError> {
    let person = scope.signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let id = create_in(&transaction, scope, person, group).await?;
    transaction.commit().await?;
    Ok(id)
}

/// The same within the transaction of what the group is created for.
pub(crate) async fn create_in(
    transaction: &Transaction,
    scope: &Scope,
    owner: &Person,
    group: NewGroup,
) -> Result<GroupId, DbErr> {
    let (cnpj, name) = (group.cnpj.clone(), group.name.clone());
    let id = scope.portal.new_id();
    if insert(transaction, scope, id, owner, group).await? {
        join(transaction, scope, id, owner).await?;
        audit::record(transaction, scope, Action::GroupCreated, Subject::Group(id)).await?;
        return Ok(id);
    }
    let existing = permission_group::Entity::find()
        .filter(permission_group::Column::CreatedBy.eq(owner.id))
        .filter(permission_group::Column::Cnpj.eq(cnpj))
        .filter(permission_group::Column::Name.eq(name.as_str()))
        .one(transaction)
        .await?;
    existing
        .map(|group| group.id)
        .ok_or_else(|| DbErr::RecordNotFound("the group that is there already".to_owned()))
}

/// Whether the group is new; the unique index on creator, CNPJ and name decides.
async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    id: GroupId,
    creator: &Person,
    group: NewGroup,
) -> Result<bool, DbErr> {
    let row = permission_group::ActiveModel {
        id: Set(id),
        legal_name: Set(group.legal_name.as_str().to_owned()),
        cnpj: Set(group.cnpj),
        name: Set(group.name.as_str().to_owned()),
        email: Set(group.email),
        phone: Set(group.phone),
        created_by: Set(creator.id),
        created_at: Set(scope.now()),
    };
    let same = [
        permission_group::Column::CreatedBy,
        permission_group::Column::Cnpj,
        permission_group::Column::Name,
    ];
    let inserted = permission_group::Entity::insert(row)
        .on_conflict(OnConflict::columns(same).do_nothing().take())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

async fn join(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    owner: &Person,
) -> Result<(), DbErr> {
    membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(owner.id),
        role: Set(MemberRole::Owner),
        joined_at: Set(scope.now()),
    }
    .insert(transaction)
    .await?;
    Ok(())
}
