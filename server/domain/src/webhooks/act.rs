//! What owners do with webhooks once they are made.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::Expr};

use super::{
    EventKind, OLD_SECRET_LASTS, PauseCause, WebhookAddress, WebhookError, WebhookOwner,
    WebhookSecret,
    add::{SHOWN_AGAIN_FOR, joined},
    list::{Webhook, load, lock},
    schedule,
};
use crate::{
    Scope,
    audit::{self, Action, Subject},
    changes,
    db::Transaction,
    entities::webhook::{ActiveModel, Column, Entity, Model},
    ids::WebhookId,
    store::Vault,
};

/// What is to be otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebhookChange {
    pub url: Option<String>,
    pub events: Option<Vec<EventKind>>,
    pub is_paused: Option<bool>,
}

/// Changes a webhook that was seen at a revision.
///
/// # Errors
/// [`WebhookError::Changed`] when it has another revision, and as [`super::add()`].
pub async fn change(
    scope: &Scope,
    id: WebhookId,
    seen: i32,
    change: WebhookChange,
) -> Result<(), WebhookError> {
    let (transaction, row) = begin(scope, id).await?;
    if row.revision != seen {
        return Err(WebhookError::Changed);
    }
    let owner = WebhookOwner::from(row.group_id);
    if (change.url.is_some() || change.events.is_some()) && !owner.may_be_led(scope) {
        return Err(WebhookError::Unconfirmed);
    }
    let mut changed = <ActiveModel as Default>::default();
    if let Some(url) = &change.url {
        let url = WebhookAddress::parse(url, &scope.portal.settings);
        let url = url.map_err(WebhookError::Address)?;
        changed.url = Set(url.as_str().to_owned());
        // Nothing is known of the new receiver.
        changed.failing_since = Set(None);
        changed.rests_until = Set(None);
    }
    if let Some(events) = &change.events {
        changed.events = Set(joined(events)?);
    }
    apply(&transaction, &row, changed).await?;
    if change.url.is_some() || change.events.is_some() {
        let action = Action::WebhookChanged;
        audit::record(&transaction, scope, action, Subject::Webhook(id)).await?;
    }
    match change.is_paused {
        Some(true) => stop(&transaction, scope, id, PauseCause::Person)
            .await
            .map(drop)?,
        Some(false) => start(&transaction, scope, id).await?,
        None => {}
    }
    changes::commit(transaction, scope, &[]).await?;
    Ok(())
}

/// Sends a webhook nothing until it is resumed.
///
/// # Errors
/// [`crate::Error::Forbidden`] for a member who is no owner, [`crate::Error::NotFound`] for whoever
/// may not know of it.
pub async fn pause(scope: &Scope, id: WebhookId) -> Result<(), WebhookError> {
    let (transaction, _) = begin(scope, id).await?;
    stop(&transaction, scope, id, PauseCause::Person).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok(())
}

/// Sends a webhook what waits for it, and what happens from now on.
///
/// # Errors
/// As [`pause`].
pub async fn resume(scope: &Scope, id: WebhookId) -> Result<(), WebhookError> {
    let (transaction, _) = begin(scope, id).await?;
    start(&transaction, scope, id).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok(())
}

/// Gives a webhook another secret, and shows it. That of before signs as well for
/// [`OLD_SECRET_LASTS`].
///
/// # Errors
/// [`WebhookError::Unconfirmed`] until the asker gives the password again, and as [`pause`].
pub async fn rotate(
    scope: &Scope,
    vault: &Vault,
    id: WebhookId,
) -> Result<(Webhook, WebhookSecret), WebhookError> {
    let (transaction, row) = begin(scope, id).await?;
    if !WebhookOwner::from(row.group_id).may_be_led(scope) {
        return Err(WebhookError::Unconfirmed);
    }
    replace_secret(transaction, scope, vault, &row).await
}

/// The same by a form that saw a revision: when it is sent twice, both answers show one secret.
///
/// # Errors
/// [`WebhookError::Changed`] when the webhook has another revision, and as [`rotate`].
pub async fn rotate_seen(
    scope: &Scope,
    vault: &Vault,
    id: WebhookId,
    seen: i32,
) -> Result<(Webhook, WebhookSecret), WebhookError> {
    let (transaction, row) = begin(scope, id).await?;
    if !WebhookOwner::from(row.group_id).may_be_led(scope) {
        return Err(WebhookError::Unconfirmed);
    }
    if row.revision == seen {
        return replace_secret(transaction, scope, vault, &row).await;
    }
    let latest = scope.now() + OLD_SECRET_LASTS - SHOWN_AGAIN_FOR;
    let was_just_rotated = row.old_secret_ends_at.is_some_and(|end| end > latest);
    let is_own = row.secret_by == scope.account_id();
    if row.revision == seen.saturating_add(1) && was_just_rotated && is_own {
        let secret = WebhookSecret::of(vault, &row)?;
        return Ok((row.into(), secret));
    }
    Err(WebhookError::Changed)
}

async fn replace_secret(
    transaction: Transaction,
    scope: &Scope,
    vault: &Vault,
    row: &Model,
) -> Result<(Webhook, WebhookSecret), WebhookError> {
    let id = row.id;
    let secret = WebhookSecret::generate(scope.portal.random.as_ref());
    let sealed = secret.seal(vault, id, scope.portal.random.as_ref());
    let end = scope.now() + OLD_SECRET_LASTS;
    let rotated = ActiveModel {
        old_secret: Set(Some(row.secret.clone())),
        old_secret_version: Set(Some(row.secret_version)),
        old_secret_ends_at: Set(Some(end)),
        secret: Set(sealed.bytes),
        secret_version: Set(sealed.version),
        secret_by: Set(scope.account_id()),
        ..Default::default()
    };
    apply(&transaction, row, rotated).await?;
    let (action, details) = (Action::WebhookSecretRotated, Some(end.to_rfc3339()));
    audit::record_with(&transaction, scope, action, Subject::Webhook(id), details).await?;
    let row = load(&transaction, id).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok((row.into(), secret))
}

/// Deletes a webhook with all that was sent to it; if it was seen at a revision, as it was then.
///
/// # Errors
/// [`WebhookError::Changed`] when it has another revision, and as [`pause`].
pub async fn delete(scope: &Scope, id: WebhookId, seen: Option<i32>) -> Result<(), WebhookError> {
    let (transaction, row) = begin(scope, id).await?;
    if seen.is_some_and(|seen| seen != row.revision) {
        return Err(WebhookError::Changed);
    }
    Entity::delete_by_id(id).exec(&transaction).await?;
    let action = Action::WebhookDeleted;
    audit::record(&transaction, scope, action, Subject::Webhook(id)).await?;
    changes::commit(transaction, scope, &[]).await?;
    Ok(())
}

/// A webhook that the asker may change.
async fn begin(scope: &Scope, id: WebhookId) -> Result<(Transaction, Model), WebhookError> {
    let transaction = scope.portal.db.begin().await?;
    let row = lock(&transaction, id).await?;
    let owner = WebhookOwner::from(row.group_id);
    owner.hold_change(&transaction, scope).await?;
    Ok((transaction, row))
}

/// The row count decides between two changes at once.
async fn apply(
    transaction: &Transaction,
    row: &Model,
    changed: ActiveModel,
) -> Result<(), WebhookError> {
    let applied = Entity::update_many()
        .set(ActiveModel {
            revision: Set(row.revision.saturating_add(1)),
            ..changed
        })
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(row.revision))
        .exec(transaction)
        .await?;
    if applied.rows_affected == 1 {
        return Ok(());
    }
    Err(WebhookError::Changed)
}

/// Pauses a webhook that is not paused; tells whether it was not.
pub(super) async fn stop(
    transaction: &Transaction,
    scope: &Scope,
    id: WebhookId,
    cause: PauseCause,
) -> Result<bool, DbErr> {
    let stopped = Entity::update_many()
        .col_expr(Column::PausedAt, Expr::value(scope.now()))
        .col_expr(Column::PauseCause, Expr::value(cause))
        .col_expr(Column::Revision, next_revision())
        .filter(Column::Id.eq(id))
        .filter(Column::PausedAt.is_null())
        .exec(transaction)
        .await?;
    let was_active = stopped.rows_affected == 1;
    if was_active {
        let (action, details) = (Action::WebhookPaused, Some(cause.to_string()));
        audit::record_with(transaction, scope, action, Subject::Webhook(id), details).await?;
    }
    Ok(was_active)
}

async fn start(
    transaction: &Transaction,
    scope: &Scope,
    id: WebhookId,
) -> Result<(), WebhookError> {
    let started = Entity::update_many()
        .set(ActiveModel {
            paused_at: Set(None),
            pause_cause: Set(None),
            failing_since: Set(None),
            rests_until: Set(None),
            ..Default::default()
        })
        .col_expr(Column::Revision, next_revision())
        .filter(Column::Id.eq(id))
        .filter(Column::PausedAt.is_not_null())
        .exec(transaction)
        .await?;
    if started.rows_affected == 1 {
        let action = Action::WebhookResumed;
        audit::record(transaction, scope, action, Subject::Webhook(id)).await?;
        schedule::give_up_old(transaction, scope, id).await?;
        schedule::attempt_waiting(transaction, scope, id).await?;
    }
    Ok(())
}

fn next_revision() -> Expr {
    use sea_orm::sea_query::ExprTrait;
    Expr::col(Column::Revision).add(1)
}
