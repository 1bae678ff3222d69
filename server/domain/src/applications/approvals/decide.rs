//! Approving and rejecting. Of two managers at once one decides, and the other is told.

use sea_orm::{DbErr, EntityTrait, Set};
use values::Reason;

use crate::{
    Forbidden, Role, Scope,
    applications::{Event, State, transition::advance},
    audit::{self, Action, Subject},
    credentials,
    db::Transaction,
    entities::application,
    ids::ApplicationId,
    jobs::{self, Job, Mail},
};

#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    /// Somebody decided before, or the request was taken back.
    #[error("the request is {state} already")]
    AlreadyDecided { state: State },
    #[error("no such request")]
    NotFound,
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Approves a request: the application has its credential from then on.
///
/// # Errors
/// See [`DecisionError`].
pub async fn approve(
    scope: &Scope,
    id: ApplicationId,
    reason: Option<Reason>,
) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    decide(&transaction, scope, id, Event::Approve, reason).await?;
    credentials::issue(&transaction, scope, id).await?;
    let subject = Subject::Application(id);
    audit::record(&transaction, scope, Action::ApplicationApproved, subject).await?;
    finish(transaction, scope, id).await
}

/// Rejects a request and says why.
///
/// # Errors
/// See [`DecisionError`].
pub async fn reject(scope: &Scope, id: ApplicationId, reason: Reason) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    decide(&transaction, scope, id, Event::Reject, Some(reason)).await?;
    let subject = Subject::Application(id);
    audit::record(&transaction, scope, Action::ApplicationRejected, subject).await?;
    finish(transaction, scope, id).await
}

async fn decide(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    event: Event,
    reason: Option<Reason>,
) -> Result<(), DecisionError> {
    let changes = application::ActiveModel {
        reason: Set(reason.map(|reason| reason.as_str().to_owned())),
        decided_by: Set(scope.account_id()),
        decided_at: Set(Some(scope.now())),
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    if advance(transaction, id, State::Pending, event, changes).await? {
        Ok(())
    } else {
        Err(why_not(transaction, id).await?)
    }
}

/// Nobody but its author knows of what was never submitted.
async fn why_not(transaction: &Transaction, id: ApplicationId) -> Result<DecisionError, DbErr> {
    let found = application::Entity::find_by_id(id).one(transaction).await?;
    let submitted = found.filter(|application| application.number.is_some());
    Ok(submitted.map_or(DecisionError::NotFound, |application| {
        DecisionError::AlreadyDecided {
            state: application.state,
        }
    }))
}

async fn finish(
    transaction: Transaction,
    scope: &Scope,
    application: ApplicationId,
) -> Result<(), DecisionError> {
    let decided = Job::Mail(Mail::Decided { application });
    jobs::enqueue(&transaction, scope, &decided).await?;
    transaction.commit().await?;
    scope.portal.bell.ring();
    Ok(())
}
