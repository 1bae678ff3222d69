//! Files a request: the draft becomes a pending request with a number, and contract managers are
//! notified.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set, SqlErr,
};

use super::{
    Request, RequestKind, RequestState, Step,
    choice::open_request,
    draft::{delete_reviewed, own},
    number,
};
use crate::{
    Error, Person, Role, Scope,
    accounts::{self, TooOften, throttle},
    audit::{self, Action, Subject},
    catalogue::Catalogue,
    changes,
    clock::Timestamp,
    db::Transaction,
    entities::{request, request_draft},
    folding::fold,
    from_common, groups,
    ids::{AccountId, ApplicationId, GroupId, RequestId},
    jobs::{self, Job, Mail},
    vocabulary::ChangeKind,
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

/// Files a draft that was last changed at `reviewed`. Filing it twice makes one request and returns
/// it both times.
///
/// # Errors
/// [`SubmitError::Incomplete`] with the missing step, [`SubmitError::Changed`] when the draft was
/// changed after it was reviewed, [`Error::NotFound`] when the asker has no such draft.
pub async fn submit(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
    reviewed: Timestamp,
) -> Result<SubmittedRequest, SubmitError> {
    let person = scope.require_signed_in()?;
    let db = scope.portal.db.writer();
    if let Some(draft) = own(person.id, id).one(db).await?
        && let Some(submitted) = file(scope, catalogue, draft, reviewed).await?
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
) -> Result<Option<SubmittedRequest>, SubmitError> {
    let offer = (draft.group_id, draft.api_id, draft.plan);
    let transaction = scope.portal.db.begin().await?;
    match file_in(&transaction, scope, catalogue, draft, reviewed).await {
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

async fn file_in(
    transaction: &Transaction,
    scope: &Scope,
    catalogue: &Catalogue,
    draft: request_draft::Model,
    reviewed: Timestamp,
) -> Result<Option<Request>, SubmitError> {
    if !catalogue.current().offers(draft.api_id, draft.plan) {
        return Err(SubmitError::NotOffered);
    }
    let group = complete(transaction, scope, &draft).await?;
    throttle::count_act(transaction, scope, draft.applicant_id).await??;
    let number = number::next(transaction, scope.now()).await?;
    if !delete_reviewed(transaction, draft.applicant_id, draft.id, reviewed).await? {
        return Ok(None);
    }
    let row = request::ActiveModel {
        id: Set(draft.id),
        number: Set(number),
        kind: Set(RequestKind::Access),
        application_id: Set(draft.id.application()),
        api_id: Set(draft.api_id),
        plan: Set(draft.plan),
        group_id: Set(group),
        applicant_id: Set(draft.applicant_id),
        search_text: Set(fold(&draft.name)),
        name: Set(draft.name),
        description: Set(draft.description),
        state: Set(RequestState::Pending),
        corrects: Set(draft.corrects),
        submitted_at: Set(scope.now()),
    };
    Ok(Some(insert(transaction, scope, row).await?))
}

/// Inserts a request with its audit event, and notifies the applicant and the contract managers.
pub(super) async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    row: request::ActiveModel,
) -> Result<Request, DbErr> {
    let request = row.insert(transaction).await?;
    let subject = Subject::Request(request.id);
    audit::record(transaction, scope, Action::RequestSubmitted, subject).await?;
    notify(transaction, scope, &request).await?;
    Ok(request)
}

/// The group of a complete draft.
async fn complete(
    transaction: &Transaction,
    scope: &Scope,
    draft: &request_draft::Model,
) -> Result<GroupId, SubmitError> {
    let group = match draft.group_id {
        Some(group) => groups::find_in(transaction, scope, group).await?,
        None => None,
    };
    let group = group.ok_or(SubmitError::Incomplete(Step::Group))?;
    if draft.name.is_empty() {
        return Err(SubmitError::Incomplete(Step::Description));
    }
    Ok(group.id)
}

async fn notify(transaction: &Transaction, scope: &Scope, request: &Request) -> Result<(), DbErr> {
    let id = request.id;
    let received = Job::Mail(Mail::RequestReceived { request: id });
    jobs::enqueue(transaction, scope, &received).await?;
    for manager in deciders(transaction, scope, request).await? {
        let what = format!("decision:{manager}");
        let awaited = Mail::DecisionAwaited {
            request: id,
            manager,
        };
        let more = |since| Mail::DecisionsAwaited { manager, since };
        throttle::enqueue_or_sum_up(transaction, scope, &what, awaited, more).await?;
    }
    Ok(())
}

/// The contract managers who may decide on it.
async fn deciders(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
) -> Result<Vec<AccountId>, DbErr> {
    let mut managers = accounts::with_role(transaction, Role::ContractManager).await?;
    if !scope.portal.settings.decide_own_requests {
        let members = groups::member_ids(transaction, request.group_id).await?;
        managers.retain(|id| *id != request.applicant_id && !members.contains(id));
    }
    Ok(managers)
}

/// Whether the error comes from the unique index, which allows a group one open request for each
/// API and plan.
pub(super) fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
