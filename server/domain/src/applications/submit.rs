//! Filing a request: the draft becomes pending, gets its number, and those who decide hear of it.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Set, SqlErr,
};

use super::{
    Application, Event, State, Step, choice::open_request, number, transition::advance_if,
};
use crate::{
    Forbidden, Person, Role, Scope,
    accounts::{TooOften, throttle},
    audit::{self, Action, Subject},
    catalogue::Catalogue,
    changes,
    clock::Timestamp,
    credentials,
    db::Transaction,
    entities::{account_role, application, membership},
    groups,
    ids::{AccountId, ApplicationId},
    jobs::{self, Job, Mail},
    store::Vault,
    vocabulary::ChangeKind,
};

/// A request that is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmittedRequest {
    pub application: ApplicationId,
    pub number: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    #[error("the request is not complete")]
    Incomplete(Step),
    #[error("the API is no longer offered on this plan")]
    NotOffered,
    /// It is another draft than the one that was reviewed.
    #[error("the draft was changed after its review")]
    Changed,
    /// The group asks for the same API and plan already.
    #[error("such a request is open already")]
    AlreadyOpen(ApplicationId),
    #[error("no such draft")]
    NotFound,
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Files a draft as it stood when it was last changed, at `reviewed`. Whoever does so twice files
/// one request and is answered alike.
///
/// # Errors
/// Fails with [`SubmitError`], whose variants name the causes.
pub async fn submit(
    scope: &Scope,
    catalogue: &Catalogue,
    vault: &Vault,
    id: ApplicationId,
    reviewed: Timestamp,
) -> Result<SubmittedRequest, SubmitError> {
    let person = scope.require_signed_in()?;
    let application = own(scope, person, id).await?;
    if let Some(done) = filed(&application) {
        return Ok(done);
    }
    if let Some(number) = file(scope, catalogue, vault, &application, reviewed).await? {
        return Ok(SubmittedRequest {
            application: id,
            number,
        });
    }
    // Another submission of the same draft, its cancellation or a change came in between.
    let application = own(scope, person, id).await?;
    filed(&application).ok_or(match application.state {
        State::Draft => SubmitError::Changed,
        _ => SubmitError::NotFound,
    })
}

/// The asker's application in whatever state; read by the writer, who knows the latest.
async fn own(
    scope: &Scope,
    person: &Person,
    id: ApplicationId,
) -> Result<Application, SubmitError> {
    application::Entity::find_by_id(id)
        .filter(application::Column::ApplicantId.eq(person.id))
        .one(scope.portal.db.writer())
        .await?
        .ok_or(SubmitError::NotFound)
}

/// Only what was filed has a number.
fn filed(application: &Application) -> Option<SubmittedRequest> {
    let number = application.number.clone()?;
    Some(SubmittedRequest {
        application: application.id,
        number,
    })
}

/// The new number; none if the draft is no longer one, or no longer the one that was reviewed.
async fn file(
    scope: &Scope,
    catalogue: &Catalogue,
    vault: &Vault,
    draft: &Application,
    reviewed: Timestamp,
) -> Result<Option<String>, SubmitError> {
    let transaction = scope.portal.db.begin().await?;
    match file_in(&transaction, scope, catalogue, vault, draft, reviewed).await {
        Ok(Some(number)) => {
            changes::commit(transaction, scope, &[(ChangeKind::Application, draft.id.0)]).await?;
            Ok(Some(number))
        }
        Ok(None) => Ok(None),
        Err(SubmitError::Database(error)) if is_double(&error) => {
            transaction.rollback().await?;
            Err(already_open(scope, draft).await?.unwrap_or(error.into()))
        }
        Err(error) => Err(error),
    }
}

async fn file_in(
    transaction: &Transaction,
    scope: &Scope,
    catalogue: &Catalogue,
    vault: &Vault,
    draft: &Application,
    reviewed: Timestamp,
) -> Result<Option<String>, SubmitError> {
    if !catalogue.current().offers(draft.api_id, draft.plan) {
        return Err(SubmitError::NotOffered);
    }
    check_complete(transaction, scope, draft).await?;
    throttle::act(transaction, scope, draft.applicant_id).await??;
    let number = number::next(transaction, scope.now()).await?;
    let changes = application::ActiveModel {
        number: Set(Some(number.clone())),
        submitted_at: Set(Some(scope.now())),
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    let unchanged = Condition::all().add(application::Column::UpdatedAt.eq(reviewed));
    let (from, event) = (State::Draft, Event::Submit);
    if !advance_if(unchanged, transaction, draft.id, from, event, changes).await? {
        return Ok(None);
    }
    let subject = Subject::Application(draft.id);
    audit::record(transaction, scope, Action::ApplicationSubmitted, subject).await?;
    credentials::issue_sandbox(transaction, scope, vault, draft.id).await?;
    notify(transaction, scope, draft.id).await?;
    Ok(Some(number))
}

async fn check_complete(
    transaction: &Transaction,
    scope: &Scope,
    draft: &Application,
) -> Result<(), SubmitError> {
    let group = match draft.group_id {
        Some(group) => groups::find_in(transaction, scope, group).await?,
        None => None,
    };
    if group.is_none() {
        Err(SubmitError::Incomplete(Step::Group))
    } else if draft.name.is_empty() {
        Err(SubmitError::Incomplete(Step::Description))
    } else {
        Ok(())
    }
}

/// Notifies the applicant and those who decide of a request.
pub(super) async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    application: ApplicationId,
) -> Result<(), DbErr> {
    let received = Job::Mail(Mail::RequestReceived { application });
    jobs::enqueue(transaction, scope, &received).await?;
    for manager in deciders(transaction, scope, application).await? {
        let (what, awaited) = (
            format!("decision:{manager}"),
            Mail::DecisionAwaited {
                application,
                manager,
            },
        );
        let more = |since| Mail::DecisionsAwaited { manager, since };
        throttle::enqueue_or_sum_up(transaction, scope, &what, awaited, more).await?;
    }
    Ok(())
}

/// The contract managers who may decide on it.
async fn deciders(
    transaction: &Transaction,
    scope: &Scope,
    application: ApplicationId,
) -> Result<Vec<AccountId>, DbErr> {
    let managers = account_role::Entity::find()
        .select_only()
        .column(account_role::Column::AccountId)
        .filter(account_role::Column::Role.eq(Role::ContractManager));
    let found = application::Entity::find_by_id(application)
        .one(transaction)
        .await?;
    let Some(own) = found.filter(|_| !scope.portal.settings.decide_own_requests) else {
        return managers.into_tuple().all(transaction).await;
    };
    let members = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(own.group_id))
        .into_query();
    managers
        .filter(account_role::Column::AccountId.ne(own.applicant_id))
        .filter(account_role::Column::AccountId.not_in_subquery(members))
        .into_tuple()
        .all(transaction)
        .await
}

/// The partial unique index lets a group have one open request of an API and plan.
pub(super) fn is_double(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

async fn already_open(scope: &Scope, draft: &Application) -> Result<Option<SubmitError>, DbErr> {
    let Some(group) = draft.group_id else {
        return Ok(None);
    };
    let db = scope.portal.db.writer();
    let open = open_request(db, group, draft.api_id, draft.plan).await?;
    Ok(open.map(SubmitError::AlreadyOpen))
}
