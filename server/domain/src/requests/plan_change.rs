//! Requests to change an application from Trial to Pay Per Use, which keeps its keys.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::{
    Request, RequestAnswers, RequestKind, RequestState, RequestView, Status, SubmittedRequest,
    choice::open_request,
    find::{load, status_for},
    find_application,
    notices::notify,
    number,
    reader::visible,
    submit::insert,
    target::company_of,
};
use crate::{
    Error, Person, Scope,
    accounts::{TooOften, throttle},
    applications::{self, Application, ApplicationState},
    catalogue::{Catalogue, Plan, Snapshot},
    clock::Timestamp,
    db::{Transaction, is_duplicate},
    entities::request,
    folding::fold,
    from_common,
    groups::{self, GroupRight},
    ids::{AccountId, ApplicationId, RequestId},
};

/// A pending request to change the plan of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPlanChange {
    pub id: RequestId,
    pub number: String,
    pub submitted_at: Timestamp,
}

#[derive(Debug, thiserror::Error)]
pub enum PlanChangeError {
    #[error("the application is on Pay Per Use already")]
    AlreadyChanged,
    #[error("what was asked for is {status}")]
    NotApproved { status: Status },
    #[error("the API is not offered on Pay Per Use")]
    NotOffered,
    /// The group has an open request for this API on Pay Per Use, for this application or another
    /// one.
    #[error("such a request is open already")]
    AlreadyOpen(RequestId),
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(PlanChangeError);

/// An application of the asker's groups whose plan can be changed to Pay Per Use.
///
/// # Errors
/// [`PlanChangeError`] tells why it cannot be changed.
pub async fn plan_changeable(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<RequestView, PlanChangeError> {
    scope.require_signed_in()?;
    let db = scope.portal.db.reader();
    let target = own(db, scope, id).await?;
    let offered = visible(scope, catalogue).await?;
    check(&offered, &target)?;
    if let Some(open) = open_beside(db, &target).await? {
        return Err(PlanChangeError::AlreadyOpen(open.id));
    }
    find_application(scope, catalogue, id)
        .await?
        .ok_or_else(|| Error::NotFound("no such application").into())
}

/// Files the request to change an approved Trial to Pay Per Use. When the asker or a colleague does
/// so again, the first request is returned.
///
/// # Errors
/// [`PlanChangeError`] tells why it cannot be filed.
pub async fn request_plan_change(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<SubmittedRequest, PlanChangeError> {
    let person = scope.require_signed_in()?;
    let offered = visible(scope, catalogue).await?;
    let transaction = scope.portal.db.begin().await?;
    let target = own(&transaction, scope, id).await?;
    check(&offered, &target)?;
    match file(&transaction, scope, &offered, person, &target).await {
        Ok(submitted) => {
            transaction.commit().await?;
            Ok(submitted)
        }
        Err(PlanChangeError::Common(Error::Database(error))) if is_duplicate(&error) => {
            transaction.rollback().await?;
            filed(scope.portal.db.writer(), &target)
                .await?
                .ok_or(error.into())
        }
        Err(error) => Err(error),
    }
}

async fn own(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: ApplicationId,
) -> Result<Application, PlanChangeError> {
    let Some(application) = applications::find(db, id).await? else {
        return Err(not_made(db, scope, id).await?);
    };
    let group = groups::find_where(db, scope, application.group_id, GroupRight::Request).await?;
    group.ok_or(Error::NotFound("no such application"))?;
    Ok(application)
}

/// The error for a pending or rejected request, which has no plan to change.
async fn not_made(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: ApplicationId,
) -> Result<PlanChangeError, DbErr> {
    let status = match scope.person() {
        Some(person) => status_for(db, person, id).await?,
        None => None,
    };
    Ok(status.map_or_else(
        || Error::NotFound("no such application").into(),
        |status| PlanChangeError::NotApproved { status },
    ))
}

fn check(offered: &Snapshot, target: &Application) -> Result<(), PlanChangeError> {
    if target.plan == Plan::PayPerUse {
        Err(PlanChangeError::AlreadyChanged)
    } else if target.state != ApplicationState::Approved {
        Err(PlanChangeError::NotApproved {
            status: target.state.into(),
        })
    } else if !offered.offers(target.api_id, Plan::PayPerUse) {
        Err(PlanChangeError::NotOffered)
    } else {
        Ok(())
    }
}

async fn file(
    transaction: &Transaction,
    scope: &Scope,
    offered: &Snapshot,
    person: &Person,
    target: &Application,
) -> Result<SubmittedRequest, PlanChangeError> {
    if let Some(submitted) = filed(transaction, target).await? {
        return Ok(submitted);
    }
    if !applications::lock_trial(transaction, scope, target.id).await? {
        check(offered, &own(transaction, scope, target.id).await?)?;
        return Err(Error::NotFound("no such application").into());
    }
    throttle::count_act(transaction, scope, person.id).await??;
    let request = insert_for(transaction, scope, person.id, target).await?;
    notify(transaction, scope, &request).await?;
    Ok(request.into())
}

/// The open request that was filed for this application before.
async fn filed(
    db: &impl ConnectionTrait,
    target: &Application,
) -> Result<Option<SubmittedRequest>, PlanChangeError> {
    match open_beside(db, target).await? {
        None => Ok(None),
        Some(open) if open.application_id == target.id => Ok(Some(open.into())),
        Some(other) => Err(PlanChangeError::AlreadyOpen(other.id)),
    }
}

/// The open request of the group for the same API on Pay Per Use.
async fn open_beside(
    db: &impl ConnectionTrait,
    target: &Application,
) -> Result<Option<Request>, DbErr> {
    open_request(db, target.group_id, target.api_id, Plan::PayPerUse).await
}

/// Files a request to change the plan of an application for its group, which a contract manager
/// approves at once.
pub(crate) async fn file_plan_change(
    transaction: &Transaction,
    scope: &Scope,
    target: &Application,
) -> Result<Request, DbErr> {
    insert_for(transaction, scope, target.applicant_id, target).await
}

/// Files it with the data of its application.
async fn insert_for(
    transaction: &Transaction,
    scope: &Scope,
    applicant: AccountId,
    target: &Application,
) -> Result<Request, DbErr> {
    let now = scope.now();
    let row = request::ActiveModel {
        id: Set(scope.portal.new_id()),
        number: Set(number::next(transaction, now).await?),
        kind: Set(RequestKind::PlanChange),
        application_id: Set(target.id),
        api_id: Set(target.api_id),
        plan: Set(Plan::PayPerUse),
        group_id: Set(target.group_id),
        applicant_id: Set(applicant),
        name: Set(target.name.clone()),
        description: Set(target.description.clone()),
        answers: Set(answers_of(transaction, target).await?),
        search_text: Set(fold(&target.name)),
        state: Set(RequestState::Pending),
        corrects: Set(None),
        submitted_at: Set(now),
        assignee_id: Set(None),
        due_at: Set(Some(scope.portal.decision_due(now))),
        company: Set(company_of(transaction, target.group_id).await?),
    };
    insert(transaction, scope, row).await
}

/// What the request for an application said.
async fn answers_of(
    db: &impl ConnectionTrait,
    target: &Application,
) -> Result<RequestAnswers, DbErr> {
    let request = load(db, target.id.request()).await?;
    Ok(request.map(|request| request.answers).unwrap_or_default())
}

/// The open requests to change the plans of these applications.
pub(crate) async fn open_plan_changes(
    db: &impl ConnectionTrait,
    applications: impl Iterator<Item = ApplicationId>,
) -> Result<HashMap<ApplicationId, OpenPlanChange>, DbErr> {
    let applications: Vec<_> = applications.collect();
    if applications.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = request::Entity::find()
        .filter(request::Column::ApplicationId.is_in(applications))
        .filter(request::Column::Kind.eq(RequestKind::PlanChange))
        .filter(request::Column::State.is_in(RequestState::OPEN))
        .all(db)
        .await?;
    let open = rows.into_iter().map(|row| {
        let view = OpenPlanChange {
            id: row.id,
            number: row.number,
            submitted_at: row.submitted_at,
        };
        (row.application_id, view)
    });
    Ok(open.collect())
}

/// The open requests to change the plan of this application.
pub(super) async fn open_for(
    db: &impl ConnectionTrait,
    application: ApplicationId,
) -> Result<Vec<RequestId>, DbErr> {
    request::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .filter(request::Column::ApplicationId.eq(application))
        .filter(request::Column::Kind.eq(RequestKind::PlanChange))
        .filter(request::Column::State.is_in(RequestState::OPEN))
        .order_by_asc(request::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
