//! Programs that registered themselves for somebody, as they see these and delete them.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{ClientState, acts::remove, revoke::end_tokens_of};
use crate::{
    Error, Scope,
    clock::Timestamp,
    entities::oauth_client::{Column, Entity, Model},
    ids::{AccountId, ClientId},
};

/// How many programs may be registered for a person.
pub const MAX_OWN: u64 = 20;

/// A program that registered itself for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnProgram {
    pub id: ClientId,
    pub name: String,
    /// What it may ask for.
    pub scopes: Vec<String>,
    pub registered_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    /// Whether administrators disabled it.
    pub is_disabled: bool,
}

impl From<Model> for OwnProgram {
    fn from(row: Model) -> Self {
        let scopes = row.scopes.split(' ').filter(|word| !word.is_empty());
        Self {
            id: row.id,
            scopes: scopes.map(str::to_owned).collect(),
            name: row.name,
            registered_at: row.created_at,
            last_used_at: row.last_used_at,
            is_disabled: row.state == ClientState::Disabled,
        }
    }
}

fn of(person: AccountId) -> Condition {
    Condition::all()
        .add(Column::BoundAccountId.eq(person))
        .add(Column::DeletedAt.is_null())
}

/// The programs that registered themselves for the asker, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn own_programs(scope: &Scope) -> Result<Vec<OwnProgram>, Error> {
    let (person, _) = scope.require_in_person()?;
    let rows = Entity::find()
        .filter(of(person.id))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(MAX_OWN)
        .all(scope.portal.db.reader())
        .await?;
    Ok(rows.into_iter().map(OwnProgram::from).collect())
}

pub(super) async fn count_own(db: &impl ConnectionTrait, person: AccountId) -> Result<u64, DbErr> {
    Entity::find().filter(of(person)).count(db).await
}

/// Deletes a program that registered itself for the asker, with its tokens; tells whether there was
/// one.
///
/// # Errors
/// [`Error::Forbidden`] unless a person is signed in.
pub async fn delete_own(scope: &Scope, id: ClientId) -> Result<bool, Error> {
    let (person, _) = scope.require_in_person()?;
    let own = || Entity::find_by_id(id).filter(of(person.id));
    if own().one(scope.portal.db.reader()).await?.is_none() {
        return Ok(false);
    }
    let transaction = scope.portal.db.begin().await?;
    // First, as whoever uses a refresh token locks its family, and then needs the client.
    end_tokens_of(&transaction, scope, id).await?;
    let Some(client) = own().lock_exclusive().one(&transaction).await? else {
        return Ok(false);
    };
    remove(&transaction, scope, client).await?;
    transaction.commit().await?;
    Ok(true)
}
