//! Taking a request back, or throwing a draft away.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::{Event, State, transition::advance};
use crate::{
    Forbidden, Scope,
    audit::{self, Action, Subject},
    changes,
    entities::application,
    ids::ApplicationId,
    jobs::{self, Job, Mail},
    vocabulary::ChangeKind,
};

#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error("no such application")]
    NotFound,
    /// Somebody decided on it, or it was cancelled before.
    #[error("the application is {state}")]
    TooLate { state: State },
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Cancels a draft or a pending request of the asker's own. Of the latter a mail tells.
///
/// # Errors
/// Fails with [`CancelError`], whose variants name the causes.
pub async fn cancel(scope: &Scope, id: ApplicationId) -> Result<(), CancelError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let own =
        application::Entity::find_by_id(id).filter(application::Column::ApplicantId.eq(person.id));
    let found = own.clone().one(&transaction).await?;
    let from = found.ok_or(CancelError::NotFound)?.state;
    let changes = application::ActiveModel {
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    if !advance(&transaction, id, from, Event::Cancel, changes).await? {
        let now = own.one(&transaction).await?;
        let state = now.ok_or(CancelError::NotFound)?.state;
        return Err(CancelError::TooLate { state });
    }
    let subject = Subject::Application(id);
    audit::record(&transaction, scope, Action::ApplicationCancelled, subject).await?;
    let filed = from == State::Pending;
    if filed {
        let cancelled = Job::Mail(Mail::Cancelled { application: id });
        jobs::enqueue(&transaction, scope, &cancelled).await?;
    }
    // Nobody heard of a draft.
    let news = filed.then_some((ChangeKind::Application, id.0));
    changes::commit(transaction, scope, news.as_slice()).await?;
    Ok(())
}
