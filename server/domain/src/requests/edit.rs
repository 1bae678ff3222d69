//! Edits drafts, step by step.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict};
use values::{ApplicationName, Description};

use super::{
    ChoiceOutcome, ChooseError, GroupChoice, RequestAnswers,
    choice::{open_request, resolve_group},
    draft::own,
    reader::visible,
};
use crate::{
    Error, Person, Scope,
    catalogue::{Catalogue, Plan},
    clock::Timestamp,
    db::Transaction,
    entities::request_draft,
    ids::{ApiId, RequestId},
};

/// Starts a draft with its group. An existing draft of the asker for the same API and plan is
/// continued with this group.
///
/// # Errors
/// [`Error::NotFound`] when the plan is not offered; the others tell what is wrong with the
/// group.
pub async fn start(
    scope: &Scope,
    catalogue: &Catalogue,
    api: ApiId,
    plan: Plan,
    choice: GroupChoice,
) -> Result<ChoiceOutcome, ChooseError> {
    let person = scope.require_signed_in()?;
    require_offered(scope, catalogue, api, plan).await?;
    let transaction = scope.portal.db.begin().await?;
    let outcome = begin(&transaction, scope, person, (api, plan), choice).await?;
    transaction.commit().await?;
    Ok(outcome)
}

/// Writes a whole draft at once, over the one that the asker may have for the same API and plan.
///
/// # Errors
/// As [`start`].
pub async fn write(
    scope: &Scope,
    catalogue: &Catalogue,
    (api, plan): (ApiId, Plan),
    choice: GroupChoice,
    text: DraftText,
) -> Result<WriteOutcome, ChooseError> {
    let person = scope.require_signed_in()?;
    require_offered(scope, catalogue, api, plan).await?;
    let transaction = scope.portal.db.begin().await?;
    let id = match begin(&transaction, scope, person, (api, plan), choice).await? {
        ChoiceOutcome::Draft(id) => id,
        ChoiceOutcome::AlreadyOpen(open) => return Ok(WriteOutcome::AlreadyOpen(open)),
    };
    let revision = edit(&transaction, scope, person, id, text.into()).await?;
    let revision = revision.ok_or(Error::NotFound("no such draft"))?;
    transaction.commit().await?;
    Ok(WriteOutcome::Draft(id, revision))
}

/// What a draft says of its application.
#[derive(Clone, Debug)]
pub struct DraftText {
    pub name: ApplicationName,
    pub description: Description,
    /// What it says to what its API asks.
    pub answers: RequestAnswers,
}

impl From<DraftText> for request_draft::ActiveModel {
    fn from(text: DraftText) -> Self {
        Self {
            name: Set(text.name.as_str().to_owned()),
            description: Set(text.description.as_str().to_owned()),
            answers: Set(text.answers),
            ..Default::default()
        }
    }
}

/// The outcome of writing a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The draft, and when it was last changed, which is this change.
    Draft(RequestId, Timestamp),
    /// The group has an open request for the same API and plan; nothing was changed.
    AlreadyOpen(RequestId),
}

async fn require_offered(
    scope: &Scope,
    catalogue: &Catalogue,
    api: ApiId,
    plan: Plan,
) -> Result<(), Error> {
    if visible(scope, catalogue).await?.offers(api, plan) {
        Ok(())
    } else {
        Err(Error::NotFound("no such plan of the API"))
    }
}

async fn begin(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    (api, plan): (ApiId, Plan),
    choice: GroupChoice,
) -> Result<ChoiceOutcome, ChooseError> {
    let group = resolve_group(transaction, scope, person, choice).await?;
    if let Some(open) = open_request(transaction, group, api, plan).await? {
        return Ok(ChoiceOutcome::AlreadyOpen(open.id));
    }
    let row = request_draft::ActiveModel {
        group_id: Set(Some(group)),
        ..blank(scope, person, api, plan)
    };
    let taken_up = [
        request_draft::Column::GroupId,
        request_draft::Column::UpdatedAt,
    ];
    let draft = request_draft::Entity::insert(row)
        .on_conflict(one_draft().update_columns(taken_up).to_owned())
        .exec_with_returning(transaction)
        .await?;
    Ok(ChoiceOutcome::Draft(draft.id))
}

/// Changes the group of a draft.
///
/// # Errors
/// [`Error::NotFound`] when the asker has no such draft; the others tell what is wrong with
/// the group.
pub async fn choose_group(
    scope: &Scope,
    id: RequestId,
    choice: GroupChoice,
) -> Result<ChoiceOutcome, ChooseError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let draft = own(person.id, id).one(&transaction).await?;
    let draft = draft.ok_or(Error::NotFound("no such draft"))?;
    let group = resolve_group(&transaction, scope, person, choice).await?;
    if let Some(open) = open_request(&transaction, group, draft.api_id, draft.plan).await? {
        return Ok(ChoiceOutcome::AlreadyOpen(open.id));
    }
    let change = request_draft::ActiveModel {
        group_id: Set(Some(group)),
        ..Default::default()
    };
    let edited = edit(&transaction, scope, person, id, change).await?;
    edited.ok_or(Error::NotFound("no such draft"))?;
    transaction.commit().await?;
    Ok(ChoiceOutcome::Draft(id))
}

/// Sets the name and the description of the application, and what the request says to what its API
/// asks.
///
/// # Errors
/// [`Error::NotFound`] when the asker has no such draft.
pub async fn describe(
    scope: &Scope,
    id: RequestId,
    name: ApplicationName,
    description: Description,
    answers: RequestAnswers,
) -> Result<(), Error> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let text = DraftText {
        name,
        description,
        answers,
    };
    let edited = edit(&transaction, scope, person, id, text.into()).await?;
    edited.ok_or(Error::NotFound("no such draft"))?;
    transaction.commit().await?;
    Ok(())
}

/// A draft with its API and plan only.
pub(super) fn blank(
    scope: &Scope,
    applicant: &Person,
    api: ApiId,
    plan: Plan,
) -> request_draft::ActiveModel {
    request_draft::ActiveModel {
        id: Set(scope.portal.new_id()),
        api_id: Set(api),
        plan: Set(plan),
        applicant_id: Set(applicant.id),
        name: Set(String::new()),
        description: Set(String::new()),
        answers: Set(RequestAnswers::default()),
        updated_at: Set(scope.now()),
        group_id: Set(None),
        corrects: Set(None),
    }
}

/// What happens when the person has a draft for this API and plan.
pub(super) fn one_draft() -> OnConflict {
    OnConflict::columns([
        request_draft::Column::ApplicantId,
        request_draft::Column::ApiId,
        request_draft::Column::Plan,
    ])
}

/// Changes a draft of the applicant, if it still exists; the time that it was changed at.
async fn edit(
    transaction: &Transaction,
    scope: &Scope,
    applicant: &Person,
    id: RequestId,
    change: request_draft::ActiveModel,
) -> Result<Option<Timestamp>, DbErr> {
    let at = scope.now();
    let edited = request_draft::Entity::update_many()
        .set(request_draft::ActiveModel {
            updated_at: Set(at),
            ..change
        })
        .filter(request_draft::Column::Id.eq(id))
        .filter(request_draft::Column::ApplicantId.eq(applicant.id))
        .exec(transaction)
        .await?;
    Ok((edited.rows_affected == 1).then_some(at))
}
