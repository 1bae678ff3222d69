//! Approving and rejecting. Of two managers at once one decides, and the other is told.

use sea_orm::{DbErr, EntityTrait, Set};
use values::Reason;

use super::party::{self, Standing};
use crate::{
    Forbidden, Role, Scope,
    applications::{Event, State, transition::advance_if, upgrade::change_plan},
    audit::{self, Action, Subject},
    changes, credentials,
    db::Transaction,
    entities::application,
    ids::ApplicationId,
    jobs::{self, Job, Mail},
    store::Vault,
    vocabulary::ChangeKind,
};

#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    /// Somebody decided before, or the request was taken back.
    #[error("the request is {state} already")]
    AlreadyDecided { state: State },
    /// The application whose plan was to change is no Trial in use any more.
    #[error("there is nothing to upgrade")]
    NothingToUpgrade,
    /// The asker made the request, or belongs to its group.
    #[error("the request is the asker's own")]
    Own,
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Approves a request: the application has its credential from then on, or, if that was asked
/// for, its plan is another and its credential the same.
///
/// # Errors
/// Fails with [`DecisionError`], whose variants name the causes.
pub async fn approve(
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
    reason: Option<Reason>,
) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let row = application::Entity::find_by_id(id)
        .one(&transaction)
        .await?;
    let upgraded = row.and_then(|row| row.upgrades);
    match upgraded {
        Some(target) => approve_upgrade(&transaction, scope, id, target, reason.as_ref()).await?,
        None => approve_application(&transaction, scope, vault, id, reason.as_ref()).await?,
    }
    let action = Action::ApplicationApproved;
    finish(transaction, scope, (id, upgraded), action, reason).await
}

async fn approve_application(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    id: ApplicationId,
    reason: Option<&Reason>,
) -> Result<(), DecisionError> {
    decide(transaction, scope, id, Event::Approve, reason).await?;
    credentials::issue(transaction, scope, vault, id).await?;
    Ok(())
}

/// The application comes first, as when it is revoked: so neither waits for the other.
async fn approve_upgrade(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    target: ApplicationId,
    reason: Option<&Reason>,
) -> Result<(), DecisionError> {
    let changed = change_plan(transaction, scope, target).await?;
    decide(transaction, scope, id, Event::Approve, reason).await?;
    if !changed {
        return Err(DecisionError::NothingToUpgrade);
    }
    let request = application::Entity::find_by_id(id).one(transaction).await?;
    let number = request.and_then(|request| request.number);
    let subject = Subject::Application(target);
    audit::record_with(transaction, scope, Action::PlanChanged, subject, number).await?;
    Ok(())
}

/// Rejects a request and says why.
///
/// # Errors
/// Fails with [`DecisionError`], whose variants name the causes.
pub async fn reject(scope: &Scope, id: ApplicationId, reason: Reason) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    decide(&transaction, scope, id, Event::Reject, Some(&reason)).await?;
    let action = Action::ApplicationRejected;
    finish(transaction, scope, (id, None), action, Some(reason)).await
}

async fn decide(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    event: Event,
    reason: Option<&Reason>,
) -> Result<(), DecisionError> {
    let changes = application::ActiveModel {
        reason: Set(reason.map(ToString::to_string)),
        decided_by: Set(scope.account_id()),
        decided_at: Set(Some(scope.now())),
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    let (allowed, from) = (party::may_decide(scope), State::Pending);
    if !advance_if(allowed, transaction, id, from, event, changes).await? {
        return Err(why_not(transaction, scope, id).await?);
    }
    party::record(transaction, scope, id).await?;
    Ok(())
}

/// Nobody but its author knows of what was never submitted.
async fn why_not(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<DecisionError, DbErr> {
    let found = application::Entity::find_by_id(id).one(transaction).await?;
    let Some(application) = found.filter(|application| application.number.is_some()) else {
        return Ok(DecisionError::NotFound);
    };
    let state = application.state;
    let waits = state == State::Pending;
    if waits && party::standing(transaction, scope, id).await? == Standing::Barred {
        return Ok(DecisionError::Own);
    }
    Ok(DecisionError::AlreadyDecided { state })
}

/// Records the decision with what was said, and has it mailed; every instance hears of it, and of
/// the application whose plan it changed.
async fn finish(
    transaction: Transaction,
    scope: &Scope,
    (application, upgraded): (ApplicationId, Option<ApplicationId>),
    action: Action,
    reason: Option<Reason>,
) -> Result<(), DecisionError> {
    let subject = Subject::Application(application);
    let said = reason.map(|reason| reason.to_string());
    audit::record_with(&transaction, scope, action, subject, said).await?;
    let decided = Job::Mail(Mail::Decided { application });
    jobs::enqueue(&transaction, scope, &decided).await?;
    let changed = upgraded.into_iter().chain([application]);
    let changed: Vec<_> = changed.map(|id| (ChangeKind::Application, id.0)).collect();
    changes::commit(transaction, scope, &changed).await?;
    Ok(())
}
