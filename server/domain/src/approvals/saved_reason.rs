//! Texts that contract managers use again and again, in each language of applicants. All managers
//! share them.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set,
};
use values::SavedReasonTitle;

use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::saved_reason::{ActiveModel, Column, Entity},
    from_common,
    ids::SavedReasonId,
    translated::Translated,
};

pub use crate::entities::saved_reason::Model as SavedReason;

/// A reason as a manager writes it. Readers of a language without a text get that of the portal's
/// default language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSavedReason {
    pub title: SavedReasonTitle,
    pub texts: Translated,
}

#[derive(Debug, thiserror::Error)]
pub enum SaveReasonError {
    /// Somebody else changed or deleted it meanwhile.
    #[error("the reason was changed meanwhile")]
    Changed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(SaveReasonError);

/// All saved reasons, by their titles.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn saved_reasons(scope: &Scope) -> Result<Vec<SavedReason>, Error> {
    scope.require(Role::ContractManager)?;
    Ok(all(scope.portal.db.reader()).await?)
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<SavedReason>, DbErr> {
    Entity::find()
        .order_by_asc(Column::Title)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Forbidden`] for whoever is no contract manager.
pub async fn saved_reason(scope: &Scope, id: SavedReasonId) -> Result<SavedReason, Error> {
    scope.require(Role::ContractManager)?;
    let found = Entity::find_by_id(id).one(scope.portal.db.reader()).await?;
    found.ok_or(Error::NotFound("no such reason"))
}

/// Saves another reason.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn save_reason(scope: &Scope, new: NewSavedReason) -> Result<SavedReasonId, Error> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let id: SavedReasonId = scope.portal.new_id();
    let title = new.title.to_string();
    let row = ActiveModel {
        id: Set(id),
        revision: Set(1),
        ..row(scope, new)
    };
    row.insert(&transaction).await?;
    recorded(transaction, scope, Action::ReasonSaved, (id, title)).await?;
    Ok(id)
}

/// Writes a reason anew that is as the asker saw it, at a revision.
///
/// # Errors
/// [`SaveReasonError::Changed`] when it is not.
pub async fn change_reason(
    scope: &Scope,
    id: SavedReasonId,
    seen: i32,
    new: NewSavedReason,
) -> Result<(), SaveReasonError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let title = new.title.to_string();
    let changed = Entity::update_many()
        .set(ActiveModel {
            revision: Set(seen.saturating_add(1)),
            ..row(scope, new)
        })
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(seen))
        .exec(&transaction)
        .await?;
    if changed.rows_affected != 1 {
        return Err(SaveReasonError::Changed);
    }
    recorded(transaction, scope, Action::ReasonSaved, (id, title)).await?;
    Ok(())
}

/// Deletes a reason that is as the asker saw it, at a revision.
///
/// # Errors
/// [`SaveReasonError::Changed`] when it is not.
pub async fn delete_reason(
    scope: &Scope,
    id: SavedReasonId,
    seen: i32,
) -> Result<(), SaveReasonError> {
    let title = saved_reason(scope, id).await?.title;
    let transaction = scope.portal.db.begin().await?;
    let deleted = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(seen))
        .exec(&transaction)
        .await?;
    if deleted.rows_affected != 1 {
        return Err(SaveReasonError::Changed);
    }
    recorded(transaction, scope, Action::ReasonDeleted, (id, title)).await?;
    Ok(())
}

fn row(scope: &Scope, new: NewSavedReason) -> ActiveModel {
    ActiveModel {
        title: Set(new.title.to_string()),
        texts: Set(new.texts),
        updated_at: Set(scope.now()),
        ..Default::default()
    }
}

async fn recorded(
    transaction: Transaction,
    scope: &Scope,
    action: Action,
    (id, title): (SavedReasonId, String),
) -> Result<(), Error> {
    let subject = Subject::SavedReason(id);
    audit::record_with(&transaction, scope, action, subject, Some(title)).await?;
    transaction.commit().await?;
    Ok(())
}
