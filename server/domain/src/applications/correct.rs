//! Correcting a rejected request: a new draft that starts from what it said.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::{
    Application, State,
    draft::all_of,
    edit::{blank, one_draft},
    view::visible_to,
};
use crate::{
    Forbidden, Person, Scope, catalogue::Catalogue, db::Transaction, entities::application,
    ids::ApplicationId,
};

#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No rejected request that the asker may see, or its plan is no longer offered.
    #[error("no such rejected request")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A draft with the name, description and group of a rejected request. One that the asker has
/// of the same API and plan is taken up as it stands: what was typed there is not lost.
///
/// # Errors
/// Fails with [`CorrectError`], whose variants name the causes.
pub async fn correct(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<ApplicationId, CorrectError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let rejected = application::Entity::find_by_id(id)
        .filter(application::Column::State.eq(State::Rejected))
        .filter(application::Column::Upgrades.is_null())
        .filter(visible_to(person))
        .one(&transaction)
        .await?
        .ok_or(CorrectError::NotFound)?;
    if !catalogue.current().offers(rejected.api_id, rejected.plan) {
        return Err(CorrectError::NotFound);
    }
    let draft = copy(&transaction, scope, person, rejected).await?;
    transaction.commit().await?;
    Ok(draft)
}

async fn copy(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    rejected: Application,
) -> Result<ApplicationId, CorrectError> {
    let row = application::ActiveModel {
        group_id: Set(rejected.group_id),
        name: Set(rejected.name),
        search_text: Set(rejected.search_text),
        description: Set(rejected.description),
        corrects: Set(Some(rejected.id)),
        ..blank(scope, person, rejected.api_id, rejected.plan)
    };
    application::Entity::insert(row)
        .on_conflict(one_draft().do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    all_of(person.id)
        .filter(application::Column::ApiId.eq(rejected.api_id))
        .filter(application::Column::Plan.eq(rejected.plan))
        .one(transaction)
        .await?
        .map(|draft| draft.id)
        .ok_or(CorrectError::NotFound)
}
