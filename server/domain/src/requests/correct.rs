//! Corrects a rejected request by a new draft with its content.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{
    Request, RequestKind, RequestState,
    draft::of_offer,
    edit::{blank, one_draft},
    reader::visible,
};
use crate::{
    Error, Person, Scope,
    catalogue::Catalogue,
    db::Transaction,
    entities::{request, request_draft},
    groups::{self, GroupRight},
    ids::RequestId,
};

/// Makes a draft with the name, description and group of a rejected request for access. An existing
/// draft of the asker for the same API and plan is returned unchanged, so that nothing typed there
/// is lost.
///
/// # Errors
/// [`Error::NotFound`] when there is no such rejected request, or its plan is not offered
/// any more.
pub async fn correct(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
) -> Result<RequestId, Error> {
    let person = scope.require_signed_in()?;
    let visible = visible(scope, catalogue).await?;
    let transaction = scope.portal.db.begin().await?;
    let own = groups::ids_where(person.id, GroupRight::Request);
    let rejected = request::Entity::find_by_id(id)
        .filter(request::Column::State.eq(RequestState::Rejected))
        .filter(request::Column::Kind.eq(RequestKind::Access))
        .filter(request::Column::GroupId.in_subquery(own))
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound("no such rejected request"))?;
    if !visible.offers(rejected.api_id, rejected.plan) {
        return Err(Error::NotFound("no such rejected request"));
    }
    let draft = copy(&transaction, scope, person, rejected).await?;
    transaction.commit().await?;
    Ok(draft)
}

async fn copy(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    rejected: Request,
) -> Result<RequestId, Error> {
    let (api, plan) = (rejected.api_id, rejected.plan);
    let row = request_draft::ActiveModel {
        group_id: Set(Some(rejected.group_id)),
        name: Set(rejected.name),
        description: Set(rejected.description),
        answers: Set(rejected.answers),
        corrects: Set(Some(rejected.id)),
        ..blank(scope, person, api, plan)
    };
    request_draft::Entity::insert(row)
        .on_conflict(one_draft().do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    of_offer(person.id, api, plan)
        .one(transaction)
        .await?
        .map(|draft| draft.id)
        .ok_or(Error::NotFound("no such rejected request"))
}
