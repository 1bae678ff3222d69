//! Files a request: the draft becomes a pending request with a number, and contract managers are
//! notified.

use std::sync::Arc;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::{
    Request, RequestKind, RequestState, Step,
    choice::open_request,
    draft::{delete_reviewed, own},
    notices::notify,
    number,
    reader::visible,
};
use crate::{
    Error, Person, Scope,
    accounts::{TooOften, throttle},
    audit::{self, Action, Subject},
    catalogue::{Api, Catalogue},
    changes,
    clock::Timestamp,
    db::{Transaction, is_duplicate},
    entities::{request, request_draft},
    folding::fold,
    from_common,
    groups::{self, Group, GroupRight},
    ids::{ApplicationId, RequestId},
    jobs::{self, EventSubject},
    vocabulary::{ChangeKind, EventKind},
};

/// A filed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmittedRequest {
    pub request: RequestId,
    /// The application that it makes or changes when it is approved.
    pub application: ApplicationId,
    pub number: String,
}

impl From<Request> for SubmittedRequest {
    fn from(request: Request) -> Self {
        Self {
            request: request.id,
            application: request.application_id,
            number: request.number,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    #[error("the request is not complete")]
    Incomplete(Step),
    #[error("the API is no longer offered on this plan")]
    NotOffered,
    /// The draft was changed after it was reviewed.
    #[error("the draft was changed after its review")]
    Changed,
    /// The group has an open request for the same API and plan.
    #[error("such a request is open already")]
    AlreadyOpen(RequestId),
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(SubmitError);

/// What decides on some requests at once.
pub trait Rule: Sync {
    /// Approves a request in the transaction that files it, unless it is for a contract manager;
    /// tells whether it did.
    fn approve(
        &self,
        transaction: &Transaction,
        scope: &Scope,
        api: &Api,
        request: &Request,
    ) -> impl Future<Output = Result<bool, DbErr>> + Send;
}

/// Files a draft that was last changed at `reviewed`. Filing it twice makes one request and returns
/// it both times.
///
/// # Errors
/// [`SubmitError::Incomplete`] with the missing step, [`SubmitError::Changed`] when the draft was
/// changed after it was reviewed, [`Error::NotFound`] when the asker has no such draft.
pub(crate) async fn submit(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
    reviewed: Timestamp,
    rule: &impl Rule,
) -> Result<SubmittedRequest, SubmitError> {
    let person = scope.require_signed_in()?;
    let db = scope.portal.db.writer();
    if let Some(draft) = own(person.id, id).one(db).await?
        && let Some(submitted) = file(scope, catalogue, draft, reviewed, rule).await?
    {
        return Ok(submitted);
    }
    // It was filed before, or another submission, a deletion or a change came in between.
    if let Some(filed) = filed(db, person, id).await? {
        return Ok(filed);
    }
    let there = own(person.id, id).one(db).await?;
    Err(there.map_or_else(
        || Error::NotFound("no such draft").into(),
        |_| SubmitError::Changed,
    ))
}

/// The asker's request, if it is filed.
async fn filed(
    db: &impl ConnectionTrait,
    person: &Person,
    id: RequestId,
) -> Result<Option<SubmittedRequest>, DbErr> {
    let found = request::Entity::find_by_id(id)
        .filter(request::Column::ApplicantId.eq(person.id))
        .one(db)
        .await?;
    Ok(found.map(SubmittedRequest::from))
}

/// Files the draft; `None` when it is gone or was changed after it was reviewed.
async fn file(
    scope: &Scope,
    catalogue: &Catalogue,
    draft: request_draft::Model,
    reviewed: Timestamp,
    rule: &impl Rule,
) -> Result<Option<SubmittedRequest>, SubmitError> {
    let api = offered(scope, catalogue, &draft).await?;
    let offer = (draft.group_id, draft.api_id, draft.plan);
    let transaction = scope.portal.db.begin().await?;
    match file_in(&transaction, scope, &api, draft, reviewed, rule).await {
        Ok(Some(request)) => {
            let changed = [(ChangeKind::Application, request.id.0)];
            changes::commit(transaction, scope, &changed).await?;
            Ok(Some(request.into()))
        }
        Ok(None) => Ok(None),
        Err(SubmitError::Common(Error::Database(error))) if is_duplicate(&error) => {
            transaction.rollback().await?;
            let (Some(group), api, plan) = offer else {
                return Err(error.into());
            };
            let open = open_request(scope.portal.db.writer(), group, api, plan).await?;
            Err(open.map_or_else(|| error.into(), |open| SubmitError::AlreadyOpen(open.id)))
        }
        Err(error) => Err(error),
    }
}

/// The API of a draft, if its plan is still offered to the asker.
async fn offered(
    scope: &Scope,
    catalogue: &Catalogue,
    draft: &request_draft::Model,
) -> Result<Arc<Api>, SubmitError> {
    let visible = visible(scope, catalogue).await?;
    let api = visible.find(draft.api_id);
    let offered = api.filter(|_| visible.offers(draft.api_id, draft.plan));
    offered.ok_or(SubmitError::NotOffered)
}

async fn file_in(
    transaction: &Transaction,
    scope: &Scope,
    api: &Api,
    draft: request_draft::Model,
    reviewed: Timestamp,
    rule: &impl Rule,
) -> Result<Option<Request>, SubmitError> {
    let group = complete(transaction, scope, api, &draft).await?;
    throttle::count_act(transaction, scope, draft.applicant_id).await??;
    let number = number::next(transaction, scope.now()).await?;
    if !delete_reviewed(transaction, draft.applicant_id, draft.id, reviewed).await? {
        return Ok(None);
    }
    let due = scope.portal.decision_due(scope.now());
    let row = request::ActiveModel {
        id: Set(draft.id),
        number: Set(number),
        kind: Set(RequestKind::Access),
        application_id: Set(draft.id.application()),
        api_id: Set(draft.api_id),
        plan: Set(draft.plan),
        group_id: Set(group.id),
        applicant_id: Set(draft.applicant_id),
        search_text: Set(fold(&draft.name)),
        name: Set(draft.name),
        description: Set(draft.description),
        answers: Set(api.request_form.answered(draft.answers)),
        state: Set(RequestState::Pending),
        corrects: Set(draft.corrects),
        submitted_at: Set(scope.now()),
        assignee_id: Set(None),
        due_at: Set(Some(due)),
        company: Set(fold(&group.legal_name)),
    };
    let request = insert(transaction, scope, row).await?;
    if !rule.approve(transaction, scope, api, &request).await? {
        notify(transaction, scope, &request).await?;
    }
    Ok(Some(request))
}

/// Inserts a request with its audit event, and has programs told.
pub(super) async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    row: request::ActiveModel,
) -> Result<Request, DbErr> {
    let request = row.insert(transaction).await?;
    let subject = Subject::Request(request.id);
    audit::record(transaction, scope, Action::RequestSubmitted, subject).await?;
    let about = EventSubject::Request(request.id);
    jobs::notify(transaction, scope, EventKind::RequestSubmitted, about).await?;
    Ok(request)
}

/// The group of a complete draft.
async fn complete(
    transaction: &Transaction,
    scope: &Scope,
    api: &Api,
    draft: &request_draft::Model,
) -> Result<Group, SubmitError> {
    let group = match draft.group_id {
        // Its company stays as it is until the request is there, which then fixes it.
        Some(group) => groups::hold_where(transaction, scope, group, GroupRight::Request).await?,
        None => None,
    };
    let group = group.ok_or(SubmitError::Incomplete(Step::Group))?;
    if draft.name.is_empty() || !api.request_form.is_answered_by(&draft.answers) {
        return Err(SubmitError::Incomplete(Step::Description));
    }
    Ok(group)
}
