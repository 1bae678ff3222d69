//! Changes what an application was approved for, and keeps its keys.

use sea_orm::DbErr;
use values::Reason;

use super::{
    DecisionError,
    access::{Act, finish, notify, record},
    decide::{self, Outcome},
    party::{self, ConflictOfInterest, Owners},
};
use crate::{
    Error, Role, Scope,
    applications::{self, Application, ApplicationEvent, Conditions, ConditionsError},
    catalogue::{Catalogue, Plan},
    db::{Transaction, is_duplicate},
    from_common,
    ids::ApplicationId,
    requests::{self, RequestEvent, RequestState},
};

#[derive(Debug, thiserror::Error)]
pub enum ConditionsChangeError {
    /// Somebody else changed them meanwhile, or the application was revoked.
    #[error("the conditions were changed meanwhile")]
    Changed,
    /// The asker made the request, or belongs to its group.
    #[error("the application is the asker's own")]
    Own,
    /// Other managers decide on this company and this API.
    #[error("the application is not the asker's to decide on")]
    NotCovered,
    #[error(transparent)]
    Conditions(#[from] ConditionsError),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ConditionsChangeError);

/// Sets other conditions for an application that was not revoked. `seen` is the revision of those
/// that the manager saw, 0 where there were none.
///
/// # Errors
/// [`ConditionsChangeError::Changed`] when they are not those that the manager saw, or the
/// application was revoked, [`ConditionsChangeError::Own`] when the application is the asker's own,
/// [`ConditionsChangeError::NotCovered`] when other managers decide,
/// [`ConditionsChangeError::Conditions`] for conditions that cannot be met.
pub async fn change_conditions(
    scope: &Scope,
    id: ApplicationId,
    seen: i32,
    conditions: &Conditions,
    reason: Reason,
) -> Result<(), ConditionsChangeError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let Some((application, lock)) = lock(&transaction, scope, id).await? else {
        return Err(Error::NotFound("no such application").into());
    };
    let conflict = match lock {
        Lock::Held(conflict) => conflict,
        Lock::Own => return Err(ConditionsChangeError::Own),
        Lock::NotCovered => return Err(ConditionsChangeError::NotCovered),
        Lock::Revoked => return Err(ConditionsChangeError::Changed),
    };
    replace(&transaction, scope, id, seen, conditions).await?;
    let details = format!("{conditions}: {reason}");
    let act = Act {
        from: application.state,
        event: ApplicationEvent::ConditionsChange,
        said: Some(reason),
    };
    let by_party = conflict != ConflictOfInterest::None;
    record(&transaction, scope, id, &act, by_party, Some(details)).await?;
    notify(&transaction, scope, &application, act.event).await?;
    finish(transaction, scope, id).await?;
    Ok(())
}

/// Writes them, where the application is locked.
async fn replace(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    seen: i32,
    conditions: &Conditions,
) -> Result<(), ConditionsChangeError> {
    let before = applications::conditions(transaction, id).await?;
    conditions.check_keeping(scope, before.as_ref().and_then(|it| it.ends_on))?;
    let is_seen = before.map_or(0, |it| it.revision) == seen;
    if is_seen && applications::replace_conditions(transaction, scope, id, seen, conditions).await?
    {
        return Ok(());
    }
    Err(ConditionsChangeError::Changed)
}

/// Moves a Trial to Pay Per Use for its group, which keeps the keys, by a request that is approved at
/// once: each plan of an application has a request that led to it.
///
/// # Errors
/// [`DecisionError::AlreadyDecided`] while the group's own request for it is open,
/// [`DecisionError::NoPlanToChange`] when the plan cannot change, [`DecisionError::Own`] when the
/// application is the asker's own, [`DecisionError::NotCovered`] when other managers decide.
pub async fn move_to_pay_per_use(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    reason: Reason,
) -> Result<(), DecisionError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let Some((application, lock)) = lock(&transaction, scope, id).await? else {
        return Err(Error::NotFound("no such application").into());
    };
    match lock {
        Lock::Held(_) if is_offered(catalogue, &application) => {}
        Lock::Held(_) | Lock::Revoked => return Err(DecisionError::NoPlanToChange),
        Lock::Own => return Err(DecisionError::Own),
        Lock::NotCovered => return Err(DecisionError::NotCovered),
    }
    let filed = requests::file_plan_change(&transaction, scope, &application).await;
    let request = match filed {
        Err(error) if is_duplicate(&error) => {
            let state = RequestState::Pending;
            return Err(DecisionError::AlreadyDecided { state });
        }
        filed => filed?,
    };
    let step = (RequestEvent::Approve, None);
    decide::change_plan(&transaction, scope, &request, step, Some(&reason)).await?;
    let outcome = Outcome::Approved;
    decide::finish(transaction, scope, &request, outcome, Some(reason)).await
}

fn is_offered(catalogue: &Catalogue, application: &Application) -> bool {
    let api = catalogue.current().find(application.api_id);
    api.is_some_and(|api| api.offer(Plan::PayPerUse).is_some())
}

/// Whether the application is locked until the transaction ends.
enum Lock {
    Held(ConflictOfInterest),
    Own,
    NotCovered,
    Revoked,
}

async fn lock(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<Option<(Application, Lock)>, DbErr> {
    let columns = (
        applications::APPLICANT,
        applications::GROUP,
        applications::API,
    );
    let allowed = party::may_decide_on_part(transaction, scope, columns).await?;
    let locked = applications::lock_in_use(transaction, scope, id, allowed).await?;
    let Some(application) = applications::find(transaction, id).await? else {
        return Ok(None);
    };
    let owners = Owners::from(&application);
    let conflict = party::conflict(transaction, scope, owners).await?;
    let lock = if locked {
        Lock::Held(conflict)
    } else if conflict == ConflictOfInterest::Barred {
        Lock::Own
    } else if !party::is_covered(transaction, scope, application.api_id, owners).await? {
        Lock::NotCovered
    } else {
        Lock::Revoked
    };
    Ok(Some((application, lock)))
}
