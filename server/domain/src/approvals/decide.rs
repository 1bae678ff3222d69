//! Approves and rejects requests. Of two managers at once one decides, and the other is told.

use sea_orm::{ColumnTrait, DbErr};
use values::Reason;

use super::party::{self, ConflictOfInterest, Owners};
use crate::{
    Error, Role, Scope,
    applications::{self, Conditions, ConditionsError},
    audit::{self, Action, Subject},
    changes, credentials,
    db::Transaction,
    from_common,
    ids::{ApplicationId, RequestId},
    jobs::{self, EventSubject, Job, Mail},
    requests::{self, Request, RequestEvent, RequestKind, RequestState},
    store::Vault,
    vocabulary::{ChangeKind, EventKind},
};

#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    /// Somebody decided before, or the applicant cancelled; or somebody asked, answered or withdrew
    /// a question since the asker saw the request.
    #[error("the request is {state} already")]
    AlreadyDecided { state: RequestState },
    /// The application whose plan should change is no approved Trial any more.
    #[error("there is no plan to change")]
    NoPlanToChange,
    /// The asker made the request, or belongs to its group.
    #[error("the request is the asker's own")]
    Own,
    /// Other managers decide on this company and this API.
    #[error("the request is not the asker's to decide")]
    NotCovered,
    #[error(transparent)]
    Conditions(#[from] ConditionsError),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(DecisionError);

/// How a request is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Approved,
    Rejected,
}

/// An approval.
#[derive(Clone, Debug, Default)]
pub struct Approval {
    pub remark: Option<Reason>,
    /// For a request for access; one for another plan has none.
    pub conditions: Conditions,
    /// The state of the request that the asker saw; `None` for any in which it is open.
    pub seen: Option<RequestState>,
}

/// Approves a request without conditions, as [`approve_with`] does.
///
/// # Errors
/// As [`approve_with`].
pub async fn approve(
    scope: &Scope,
    vault: &Vault,
    id: RequestId,
    remark: Option<Reason>,
) -> Result<(), DecisionError> {
    let approval = Approval {
        remark,
        ..Approval::default()
    };
    approve_with(scope, vault, id, approval).await
}

/// Approves a request. A request for access makes an application with its credential; a request for
/// another plan changes the plan of its application, which keeps its credential.
///
/// # Errors
/// [`DecisionError::AlreadyDecided`] when somebody decided before, or the request is in another state
/// than the one that the asker saw, [`DecisionError::Conditions`] for conditions that cannot be met,
/// [`DecisionError::NoPlanToChange`] when the plan cannot change any more, [`DecisionError::Own`]
/// when the request is the asker's own, [`DecisionError::NotCovered`] when other managers decide.
pub async fn approve_with(
    scope: &Scope,
    vault: &Vault,
    id: RequestId,
    approval: Approval,
) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let Approval {
        remark,
        conditions,
        seen,
    } = approval;
    conditions.check(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    let step = (RequestEvent::Approve, seen);
    match request.kind {
        RequestKind::Access => {
            decide(&transaction, scope, &request, step, remark.as_ref()).await?;
            create(&transaction, scope, vault, &request, remark.as_ref()).await?;
            set_conditions(&transaction, scope, &request, &conditions).await?;
        }
        RequestKind::PlanChange if !conditions.is_empty() => {
            return Err(ConditionsError::PlanChange.into());
        }
        RequestKind::PlanChange => {
            change_plan(&transaction, scope, &request, step, remark.as_ref()).await?;
        }
    }
    finish(transaction, scope, &request, Outcome::Approved, remark).await
}

async fn set_conditions(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
    conditions: &Conditions,
) -> Result<(), DbErr> {
    if conditions.is_empty() {
        return Ok(());
    }
    let id = request.application_id;
    applications::set_conditions(transaction, scope, id, conditions).await?;
    let (subject, details) = (Subject::Application(id), Some(conditions.to_string()));
    audit::record_with(transaction, scope, Action::ConditionsSet, subject, details).await
}

/// Makes the application of a request with its credential.
pub(super) async fn create(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    request: &Request,
    remark: Option<&Reason>,
) -> Result<(), DbErr> {
    let remark = remark.map(ToString::to_string);
    let new = request.clone().into_application(remark);
    applications::create(transaction, new, scope.now()).await?;
    credentials::issue(transaction, scope, vault, request.application_id).await?;
    Ok(())
}

/// Locks the application before the request, like a revocation, so that the two do not deadlock.
pub(super) async fn change_plan(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
    step: Step,
    remark: Option<&Reason>,
) -> Result<(), DecisionError> {
    let target = request.application_id;
    let changed = applications::change_plan(transaction, scope, target, request.id).await?;
    decide(transaction, scope, request, step, remark).await?;
    if !changed {
        return Err(DecisionError::NoPlanToChange);
    }
    let (subject, number) = (Subject::Application(target), Some(request.number.clone()));
    audit::record_with(transaction, scope, Action::PlanChanged, subject, number).await?;
    // The calls of a Trial are no limit for production; the rest of the contract stays.
    if let Some(left) = applications::drop_calls(transaction, scope, target).await? {
        let (action, left) = (Action::ConditionsChanged, Some(left.to_string()));
        audit::record_with(transaction, scope, action, subject, left).await?;
    }
    Ok(())
}

/// Rejects a request with a reason.
///
/// # Errors
/// As [`approve_with`].
pub async fn reject(scope: &Scope, id: RequestId, reason: Reason) -> Result<(), DecisionError> {
    reject_seen(scope, id, None, reason).await
}

/// Rejects a request that is still in the state that the asker saw; `None` for any in which it is
/// open.
///
/// # Errors
/// As [`approve_with`].
pub async fn reject_seen(
    scope: &Scope,
    id: RequestId,
    seen: Option<RequestState>,
    reason: Reason,
) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    decide(
        &transaction,
        scope,
        &request,
        (RequestEvent::Reject, seen),
        Some(&reason),
    )
    .await?;
    let outcome = Outcome::Rejected;
    finish(transaction, scope, &request, outcome, Some(reason)).await
}

/// What happens to a request, and the state in which it must be.
pub(super) type Step = (RequestEvent, Option<RequestState>);

async fn decide(
    transaction: &Transaction,
    scope: &Scope,
    request: &Request,
    (event, seen): Step,
    said: Option<&Reason>,
) -> Result<(), DecisionError> {
    let columns = (requests::APPLICANT, requests::GROUP, requests::API);
    let allowed = party::may_decide_on_part(transaction, scope, columns)
        .await?
        .add_option(seen.map(|state| requests::STATE.eq(state)));
    let owners = Owners::from(request);
    if !requests::close(transaction, scope, request.id, event, said, allowed).await? {
        return Err(why_not(transaction, scope, request.id, owners).await?);
    }
    if party::conflict(transaction, scope, owners).await? != ConflictOfInterest::None {
        requests::mark_by_party(transaction, request.id).await?;
        let subject = Subject::Request(request.id);
        audit::record(transaction, scope, Action::DecidedOnOwn, subject).await?;
    }
    Ok(())
}

async fn why_not(
    transaction: &Transaction,
    scope: &Scope,
    id: RequestId,
    owners: Owners,
) -> Result<DecisionError, DbErr> {
    let Some(request) = requests::load(transaction, id).await? else {
        return Ok(Error::NotFound("no such request").into());
    };
    let waits = request.state.is_open();
    if waits && party::conflict(transaction, scope, owners).await? == ConflictOfInterest::Barred {
        return Ok(DecisionError::Own);
    }
    if waits && !party::is_covered(transaction, scope, request.api_id, owners).await? {
        return Ok(DecisionError::NotCovered);
    }
    Ok(DecisionError::AlreadyDecided {
        state: request.state,
    })
}

/// Records the decision, queues its mails, announces the application to every instance and commits.
pub(super) async fn finish(
    transaction: Transaction,
    scope: &Scope,
    request: &Request,
    outcome: Outcome,
    said: Option<Reason>,
) -> Result<(), DecisionError> {
    record(&transaction, scope, request.id, outcome, said).await?;
    let ApplicationId(changed) = request.application_id;
    let changed = [(ChangeKind::Application, changed)];
    changes::commit(transaction, scope, &changed).await?;
    Ok(())
}

/// Records a decision, queues its mails and has programs told.
pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    request: RequestId,
    outcome: Outcome,
    said: Option<Reason>,
) -> Result<(), DbErr> {
    let (action, event) = match outcome {
        Outcome::Approved => (Action::RequestApproved, EventKind::RequestApproved),
        Outcome::Rejected => (Action::RequestRejected, EventKind::RequestRejected),
    };
    let said = said.map(|reason| reason.to_string());
    let subject = Subject::Request(request);
    audit::record_with(transaction, scope, action, subject, said).await?;
    let decided = Job::Mail(Mail::Decided { request });
    jobs::enqueue(transaction, scope, &decided).await?;
    jobs::notify(transaction, scope, event, EventSubject::Request(request)).await
}

impl From<&Request> for Owners {
    fn from(request: &Request) -> Self {
        Self {
            applicant: request.applicant_id,
            group: request.group_id,
        }
    }
}
