//! Suspending, resuming and revoking what was approved. Of two managers at once one acts, and the
//! other is told.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use values::Reason;

use super::party::{self, Standing};
use crate::{
    Forbidden, Role, Scope,
    applications::{
        Event, State,
        transition::{advance, advance_if},
    },
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    entities::{account, application, permission_group},
    ids::ApplicationId,
    jobs::{self, Addressee, Job, Mail},
    vocabulary::ChangeKind,
};

#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// Somebody else acted in between.
    #[error("the application is {state} by now")]
    Changed { state: State },
    /// The asker asked for it, or belongs to its group.
    #[error("the application is the asker's own")]
    Own,
    /// No such application, or a request that has no access of its own.
    #[error("no such application")]
    NotFound,
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Stops an approved application until it is resumed.
///
/// # Errors
/// Fails with [`AccessError`], whose variants name the causes.
pub async fn suspend(scope: &Scope, id: ApplicationId, reason: Reason) -> Result<(), AccessError> {
    let act = Act {
        from: State::Approved,
        event: Event::Suspend,
        action: Action::ApplicationSuspended,
        reason: Some(reason),
    };
    let transaction = begin(scope, id, act).await?;
    notify(&transaction, scope, id, |to| Mail::Suspended {
        application: id,
        to,
    })
    .await?;
    finish(transaction, scope, id).await
}

/// Lets a suspended application go on.
///
/// # Errors
/// Fails with [`AccessError`], whose variants name the causes.
pub async fn resume(
    scope: &Scope,
    id: ApplicationId,
    remark: Option<Reason>,
) -> Result<(), AccessError> {
    let act = Act {
        from: State::Suspended,
        event: Event::Resume,
        action: Action::ApplicationResumed,
        reason: remark,
    };
    let transaction = begin(scope, id, act).await?;
    notify(&transaction, scope, id, |to| Mail::Resumed {
        application: id,
        to,
    })
    .await?;
    finish(transaction, scope, id).await
}

/// Ends an application for good, and with it what waits of it. `seen` is how it stood when the
/// manager decided to.
///
/// # Errors
/// Fails with [`AccessError`], whose variants name the causes.
pub async fn revoke(
    scope: &Scope,
    id: ApplicationId,
    seen: State,
    reason: Reason,
) -> Result<(), AccessError> {
    let act = Act {
        from: seen,
        event: Event::Revoke,
        action: Action::ApplicationRevoked,
        reason: Some(reason),
    };
    let transaction = begin(scope, id, act).await?;
    notify(&transaction, scope, id, |to| Mail::Revoked {
        application: id,
        to,
    })
    .await?;
    cancel_upgrades(&transaction, scope, id).await?;
    finish(transaction, scope, id).await
}

/// What a manager does to an application.
struct Act {
    from: State,
    event: Event,
    action: Action,
    reason: Option<Reason>,
}

async fn begin(scope: &Scope, id: ApplicationId, act: Act) -> Result<Transaction, AccessError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let said = act.reason.map(|reason| reason.to_string());
    let changes = application::ActiveModel {
        reason: Set(said.clone()),
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    let (from, event) = (act.from, act.event);
    let itself = party::may_decide(scope).add(application::Column::Upgrades.is_null());
    if !advance_if(itself, &transaction, id, from, event, changes).await? {
        return Err(why_not(&transaction, scope, id, from).await?);
    }
    party::record(&transaction, scope, id).await?;
    let subject = Subject::Application(id);
    audit::record_with(&transaction, scope, act.action, subject, said).await?;
    Ok(transaction)
}

async fn why_not(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    from: State,
) -> Result<AccessError, DbErr> {
    let found = application::Entity::find_by_id(id)
        .filter(application::Column::Number.is_not_null())
        .filter(application::Column::Upgrades.is_null())
        .one(transaction)
        .await?;
    let Some(state) = found.map(|application| application.state) else {
        return Ok(AccessError::NotFound);
    };
    if state == from && party::standing(transaction, scope, id).await? == Standing::Barred {
        return Ok(AccessError::Own);
    }
    Ok(AccessError::Changed { state })
}

/// Every instance hears of it.
async fn finish(
    transaction: Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<(), AccessError> {
    changes::commit(transaction, scope, &[(ChangeKind::Application, id.0)]).await?;
    Ok(())
}

/// Notifies the applicant, and the group at its own address.
async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    mail: impl Fn(Addressee) -> Mail,
) -> Result<(), DbErr> {
    let applicant = Job::Mail(mail(Addressee::Applicant));
    jobs::enqueue(transaction, scope, &applicant).await?;
    if !is_one_address(transaction, id).await? {
        let group = Job::Mail(mail(Addressee::Group));
        jobs::enqueue(transaction, scope, &group).await?;
    }
    Ok(())
}

async fn is_one_address(transaction: &Transaction, id: ApplicationId) -> Result<bool, DbErr> {
    let Some(application) = application::Entity::find_by_id(id).one(transaction).await? else {
        return Ok(false);
    };
    let applicant = account::Entity::find_by_id(application.applicant_id)
        .one(transaction)
        .await?;
    let group = match application.group_id {
        Some(group) => {
            permission_group::Entity::find_by_id(group)
                .one(transaction)
                .await?
        }
        None => None,
    };
    Ok(applicant.map(|account| account.email) == group.map(|group| group.email))
}

/// Nobody need decide on the plan of what is no more.
async fn cancel_upgrades(
    transaction: &Transaction,
    scope: &Scope,
    target: ApplicationId,
) -> Result<(), DbErr> {
    let open = application::Entity::find()
        .filter(application::Column::Upgrades.eq(target))
        .filter(application::Column::State.eq(State::Pending))
        .all(transaction)
        .await?;
    for upgrade in open {
        let changes = application::ActiveModel {
            updated_at: Set(scope.now()),
            ..Default::default()
        };
        let (id, from) = (upgrade.id, State::Pending);
        if advance(transaction, id, from, Event::Cancel, changes).await? {
            let subject = Subject::Application(id);
            audit::record(transaction, scope, Action::ApplicationCancelled, subject).await?;
            let cancelled = Job::Mail(Mail::Cancelled { application: id });
            jobs::enqueue(transaction, scope, &cancelled).await?;
        }
    }
    Ok(())
}
