//! Suspends, resumes and revokes applications. Of two managers at once one acts, and the other is
//! told.

use sea_orm::DbErr;
use values::Reason;

use super::party::{self, ConflictOfInterest, Owners};
use crate::{
    Error, Role, Scope, accounts,
    applications::{self, Application, ApplicationEvent, ApplicationState},
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    from_common, groups,
    ids::ApplicationId,
    jobs::{self, Addressee, EventSubject, Job, Mail},
    requests::{self, RequestKind, Status},
    vocabulary::{ChangeKind, EventKind},
};

#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// Somebody else changed the state meanwhile.
    #[error("what was asked for is {status} by now")]
    Changed { status: Status },
    /// The asker made the request, or belongs to its group.
    #[error("the application is the asker's own")]
    Own,
    /// Other managers decide on this company and this API.
    #[error("the application is not the asker's to decide on")]
    NotCovered,
    /// The last day of its contract is over: another one comes first.
    #[error("the contract of the application is over")]
    ContractEnded,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AccessError);

/// Suspends an approved application.
///
/// # Errors
/// [`AccessError::Changed`] with the state that somebody else brought it to, [`AccessError::Own`]
/// when the application is the asker's own.
pub async fn suspend(scope: &Scope, id: ApplicationId, reason: Reason) -> Result<(), AccessError> {
    let act = Act {
        from: ApplicationState::Approved,
        event: ApplicationEvent::Suspend,
        said: Some(reason),
    };
    let transaction = begin(scope, id, act).await?;
    finish(transaction, scope, id).await?;
    Ok(())
}

/// Resumes a suspended application.
///
/// # Errors
/// As [`suspend`], and [`AccessError::ContractEnded`] when its contract is over.
pub async fn resume(
    scope: &Scope,
    id: ApplicationId,
    remark: Option<Reason>,
) -> Result<(), AccessError> {
    let act = Act {
        from: ApplicationState::Suspended,
        event: ApplicationEvent::Resume,
        said: remark,
    };
    let transaction = begin(scope, id, act).await?;
    let zone = scope.portal.settings.time_zone;
    let conditions = applications::conditions(&transaction, id).await?;
    if conditions.is_some_and(|it| it.validity(zone).has_ended(scope.now())) {
        return Err(AccessError::ContractEnded);
    }
    finish(transaction, scope, id).await?;
    Ok(())
}

/// Revokes an application for good, and cancels its pending requests. `seen` is the status that the
/// manager saw.
///
/// # Errors
/// As [`suspend`].
pub async fn revoke(
    scope: &Scope,
    id: ApplicationId,
    seen: ApplicationState,
    reason: Reason,
) -> Result<(), AccessError> {
    let act = Act {
        from: seen,
        event: ApplicationEvent::Revoke,
        said: Some(reason),
    };
    let transaction = begin(scope, id, act).await?;
    requests::cancel_plan_changes(&transaction, scope, id).await?;
    finish(transaction, scope, id).await?;
    Ok(())
}

/// What is done to an application.
pub(super) struct Act {
    pub from: ApplicationState,
    pub event: ApplicationEvent,
    pub said: Option<Reason>,
}

/// Changes the state, records it and queues the mails.
async fn begin(scope: &Scope, id: ApplicationId, act: Act) -> Result<Transaction, AccessError> {
    scope.require(Role::ContractManager)?;
    let transaction = scope.portal.db.begin().await?;
    let columns = (
        applications::APPLICANT,
        applications::GROUP,
        applications::API,
    );
    let allowed = party::may_decide_on_part(&transaction, scope, columns).await?;
    let (step, said) = ((act.from, act.event), act.said.as_ref());
    let moved = applications::advance(&transaction, scope, id, step, said, allowed).await?;
    let Some(application) = applications::find(&transaction, id).await? else {
        return Err(not_made(&transaction, id).await?);
    };
    let owners = Owners::from(&application);
    let conflict = party::conflict(&transaction, scope, owners).await?;
    if !moved {
        let stands = application.state == act.from;
        if stands && conflict == ConflictOfInterest::Barred {
            return Err(AccessError::Own);
        }
        let api = application.api_id;
        if stands && !party::is_covered(&transaction, scope, api, owners).await? {
            return Err(AccessError::NotCovered);
        }
        return Err(AccessError::Changed {
            status: application.state.into(),
        });
    }
    let by_party = conflict != ConflictOfInterest::None;
    let details = act.said.as_ref().map(ToString::to_string);
    record(&transaction, scope, id, &act, by_party, details).await?;
    notify(&transaction, scope, &application, act.event).await?;
    Ok(transaction)
}

/// The error for a pending or rejected request, which has no application.
async fn not_made(transaction: &Transaction, id: ApplicationId) -> Result<AccessError, DbErr> {
    let request = requests::load(transaction, id.request()).await?;
    let request = request.filter(|request| request.kind == RequestKind::Access);
    Ok(request.map_or_else(
        || Error::NotFound("no such application").into(),
        |request| AccessError::Changed {
            status: request.state.into(),
        },
    ))
}

/// Records an act in the history and in the audit trail, and has programs told.
pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    act: &Act,
    by_party: bool,
    details: Option<String>,
) -> Result<(), DbErr> {
    let (subject, said) = (Subject::Application(id), act.said.as_ref());
    applications::record(transaction, scope, id, act.event, said, by_party).await?;
    if by_party {
        audit::record(transaction, scope, Action::DecidedOnOwn, subject).await?;
    }
    let (action, event) = match act.event {
        ApplicationEvent::Suspend => (
            Action::ApplicationSuspended,
            Some(EventKind::ApplicationSuspended),
        ),
        ApplicationEvent::Resume => (
            Action::ApplicationResumed,
            Some(EventKind::ApplicationResumed),
        ),
        ApplicationEvent::Revoke => (
            Action::ApplicationRevoked,
            Some(EventKind::ApplicationRevoked),
        ),
        ApplicationEvent::ContractEnd => {
            (Action::ContractEnded, Some(EventKind::ApplicationSuspended))
        }
        ApplicationEvent::ConditionsChange => (Action::ConditionsChanged, None),
    };
    audit::record_with(transaction, scope, action, subject, details).await?;
    match event {
        Some(event) => jobs::notify(transaction, scope, event, EventSubject::Application(id)).await,
        None => Ok(()),
    }
}

/// Announces the change to every instance and commits.
pub(super) async fn finish(
    transaction: Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<(), DbErr> {
    changes::commit(transaction, scope, &[(ChangeKind::Application, id.0)]).await
}

/// Notifies the applicant, and the group at its own address.
pub(super) async fn notify(
    transaction: &Transaction,
    scope: &Scope,
    application: &Application,
    event: ApplicationEvent,
) -> Result<(), DbErr> {
    let id = application.id;
    let mail = |to| match event {
        ApplicationEvent::Suspend | ApplicationEvent::ContractEnd => Mail::Suspended {
            application: id,
            to,
        },
        ApplicationEvent::Resume => Mail::Resumed {
            application: id,
            to,
        },
        ApplicationEvent::Revoke => Mail::Revoked {
            application: id,
            to,
        },
        ApplicationEvent::ConditionsChange => Mail::ConditionsChanged {
            application: id,
            to,
        },
    };
    let applicant = Job::Mail(mail(Addressee::Applicant));
    jobs::enqueue(transaction, scope, &applicant).await?;
    if !is_one_address(transaction, application).await? {
        let group = Job::Mail(mail(Addressee::Group));
        jobs::enqueue(transaction, scope, &group).await?;
    }
    Ok(())
}

async fn is_one_address(
    transaction: &Transaction,
    application: &Application,
) -> Result<bool, DbErr> {
    let (applicant, group) = (application.applicant_id, application.group_id);
    let mut applicants = accounts::by_ids(transaction, [applicant].into_iter()).await?;
    let mut groups = groups::by_ids(transaction, [group].into_iter()).await?;
    let applicant = applicants.remove(&applicant).map(|account| account.email);
    Ok(applicant == groups.remove(&group).map(|group| group.email))
}

impl From<&Application> for Owners {
    fn from(application: &Application) -> Self {
        Self {
            applicant: application.applicant_id,
            group: application.group_id,
        }
    }
}
