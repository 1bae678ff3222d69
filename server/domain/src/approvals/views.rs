//! What a contract manager filters the queue by again and again, under names of their own.

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::OnConflict,
};
use values::ViewName;

use crate::{
    Error, Role, Scope,
    entities::saved_view::{ActiveModel, Column, Entity},
    from_common,
    ids::{AccountId, SavedViewId},
};

pub use crate::entities::saved_view::Model as SavedView;

/// The most views that somebody has.
pub const MAX_VIEWS: u64 = 20;

#[derive(Debug, thiserror::Error)]
pub enum SaveViewError {
    #[error("there are as many saved views as somebody may have")]
    TooMany,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(SaveViewError);

/// The asker's views, by their names.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn views(scope: &Scope) -> Result<Vec<SavedView>, Error> {
    let me = asker(scope)?;
    let own = Entity::find()
        .filter(Column::AccountId.eq(me))
        .order_by_asc(Column::Name)
        .limit(MAX_VIEWS);
    Ok(own.all(scope.portal.db.reader()).await?)
}

/// Saves the query of a list under a name. The asker's view of the same name has it from then on.
///
/// # Errors
/// [`SaveViewError::TooMany`] when the asker has [`MAX_VIEWS`] others.
pub async fn save_view(scope: &Scope, name: &ViewName, query: &str) -> Result<(), SaveViewError> {
    let me = asker(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let others = Entity::find()
        .filter(Column::AccountId.eq(me))
        .filter(Column::Name.ne(name.as_str()))
        .count(&transaction)
        .await?;
    if others >= MAX_VIEWS {
        return Err(SaveViewError::TooMany);
    }
    let row = ActiveModel {
        id: Set(scope.portal.new_id::<SavedViewId>()),
        account_id: Set(me),
        name: Set(name.to_string()),
        query: Set(query.to_owned()),
        created_at: Set(scope.now()),
    };
    let again = OnConflict::columns([Column::AccountId, Column::Name])
        .update_column(Column::Query)
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// Deletes one of the asker's views; one that is gone is deleted.
///
/// # Errors
/// As [`views`].
pub async fn delete_view(scope: &Scope, id: SavedViewId) -> Result<(), Error> {
    let me = asker(scope)?;
    delete(scope, me, id).await?;
    Ok(())
}

async fn delete(scope: &Scope, of: AccountId, id: SavedViewId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.eq(of))
        .exec(scope.portal.db.writer())
        .await?;
    Ok(())
}

fn asker(scope: &Scope) -> Result<AccountId, Error> {
    scope.require(Role::ContractManager)?;
    Ok(scope.require_signed_in()?.id)
}
