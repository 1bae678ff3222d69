//! Cancels requests and deletes drafts.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};

use super::{
    RequestEvent, RequestState, decision::close, draft, find::load, plan_change::open_for,
};
use crate::{
    Error, Scope,
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    entities::request,
    from_common,
    groups::{self, GroupRight},
    ids::{AccountId, ApplicationId, RequestId},
    jobs::{self, EventSubject, Job, Mail},
    vocabulary::{ChangeKind, EventKind},
};

#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    /// The request is decided or cancelled already.
    #[error("the request is {state}")]
    TooLate { state: RequestState },
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CancelError);

/// Deletes the asker's own draft, or cancels an open request of theirs, or of a group that they
/// own, and queues a mail about it.
///
/// # Errors
/// [`Error::NotFound`] for what is not the asker's to cancel, [`CancelError::TooLate`] once the
/// request is decided or cancelled.
pub async fn cancel(scope: &Scope, id: RequestId) -> Result<(), CancelError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    if draft::delete(&transaction, person.id, id).await? {
        // Nobody was notified of a draft.
        let subject = Subject::Request(id);
        audit::record(&transaction, scope, Action::RequestCancelled, subject).await?;
        transaction.commit().await?;
        return Ok(());
    }
    let own = cancellable_by(person.id);
    if !close(
        &transaction,
        scope,
        id,
        RequestEvent::Cancel,
        None,
        own.clone(),
    )
    .await?
    {
        let found = request::Entity::find_by_id(id)
            .filter(own)
            .one(&transaction)
            .await?;
        let state = found.ok_or(Error::NotFound("no such request"))?.state;
        return Err(CancelError::TooLate { state });
    }
    notify(&transaction, scope, id).await?;
    let cancelled = load(&transaction, id)
        .await?
        .ok_or(Error::NotFound("no such request"))?;
    let changed = [(ChangeKind::Application, cancelled.application_id.0)];
    changes::commit(transaction, scope, &changed).await?;
    Ok(())
}

/// Applicants cancel their own requests, as long as they may file some, and owners any of the group:
/// a request outlives the membership of whoever filed it.
fn cancellable_by(person: AccountId) -> Condition {
    let group = request::Column::GroupId;
    let own = Condition::all()
        .add(request::Column::ApplicantId.eq(person))
        .add(group.in_subquery(groups::ids_where(person, GroupRight::Request)));
    let of_owner = group.in_subquery(groups::ids_where(person, GroupRight::Manage));
    Condition::any().add(own).add(of_owner)
}

/// Cancels the open requests to change the plan of an application that was revoked.
pub(crate) async fn cancel_plan_changes(
    transaction: &Transaction,
    scope: &Scope,
    application: ApplicationId,
) -> Result<(), DbErr> {
    let any = Condition::all();
    for id in open_for(transaction, application).await? {
        let event = RequestEvent::Cancel;
        if close(transaction, scope, id, event, None, any.clone()).await? {
            notify(transaction, scope, id).await?;
        }
    }
    Ok(())
}

async fn notify(transaction: &Transaction, scope: &Scope, id: RequestId) -> Result<(), DbErr> {
    let subject = Subject::Request(id);
    audit::record(transaction, scope, Action::RequestCancelled, subject).await?;
    let cancelled = Job::Mail(Mail::Cancelled { request: id });
    jobs::enqueue(transaction, scope, &cancelled).await?;
    let about = EventSubject::Request(id);
    jobs::notify(transaction, scope, EventKind::RequestCancelled, about).await
}
